using System.Globalization;

namespace CxKpi;

/// <summary>
/// What is left of a total without a part of it: a segment is compared with its complement and not with the total that contains it, and two windows that
/// overlap without what they share.
/// </summary>
public static class ComplementExtensions
{
    /// <summary>Takes a part out of a total.</summary>
    /// <param name="total">The total.</param>
    /// <param name="part">A part of it.</param>
    /// <returns>The rest.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part is larger than the total, or leaves what there cannot be: events without exposure, or
    /// sums that no values have.</exception>
    public static ShareTally Without(this ShareTally total, ShareTally part) => Without(total, part, nameof(part));

    private static ShareTally Without(ShareTally total, ShareTally part, string name)
    {
        InTotal(part.Count, total.Count, "count", name);
        InTotal(part.Rest, total.Rest, "count of those without the property", name);
        return new(total.Count - part.Count, total.N - part.N, Math.Min(total.N - part.N, total.RoundedBy + part.RoundedBy));
    }

    /// <inheritdoc cref="Without(ShareTally, ShareTally)"/>
    public static NetTally Without(this NetTally total, NetTally part) => Without(total, part, nameof(part));

    private static NetTally Without(NetTally total, NetTally part, string name)
    {
        InTotal(part.Positive, total.Positive, "count in favour", name);
        InTotal(part.Neutral, total.Neutral, "count in between", name);
        InTotal(part.Negative, total.Negative, "count against", name);
        NetTally rest = new(total.Positive - part.Positive, total.Neutral - part.Neutral, total.Negative - part.Negative);
        return new(rest.Positive, rest.Neutral, rest.Negative, Math.Min(rest.N, total.RoundedBy + part.RoundedBy));
    }

    /// <inheritdoc cref="Without(ShareTally, ShareTally)"/>
    public static RateTally Without(this RateTally total, RateTally part) => Without(total, part, nameof(part));

    private static RateTally Without(RateTally total, RateTally part, string name)
    {
        InTotal(part.Events, total.Events, "number of events", name);
        InTotal(part.Exposure, total.Exposure, "exposure", name);
        return part.Exposure < total.Exposure || part.Events == total.Events
            ? new(total.Events - part.Events, total.Exposure - part.Exposure)
            : throw Guard.Outside(name, "must leave exposure where it leaves events", part);
    }

    /// <inheritdoc cref="Without(ShareTally, ShareTally)"/>
    /// <exception cref="ArgumentException">One of the two was published without its spread, or is of amounts so large that their squares are kept in
    /// part.</exception>
    public static MeanTally Without(this MeanTally total, MeanTally part) => Without(total, part, nameof(part));

    private static MeanTally Without(MeanTally total, MeanTally part, string name)
    {
        InTotal(part.N, total.N, "number of values", name);
        if (total is not { SumOfSquares: { } squares, SquareExponent: 0 } || part is not { SumOfSquares: { } partSquares, SquareExponent: 0 })
        {
            throw new ArgumentException($"{name} can be taken out of a total only where the squares of both are known in full", name);
        }

        InTotal(partSquares, squares, "sum of squares", name);
        try
        {
            return new(total.N - part.N, total.Sum - part.Sum, squares - partSquares);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw Guard.Outside(name, "must leave sums that values can have", part);
        }
    }

    /// <summary>The difference of a segment from all others, by taking it out of the total that contains it.</summary>
    /// <param name="part">The segment.</param>
    /// <param name="total">The total, of which the segment is a part.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change from the complement; <see langword="null"/> when either is undefined, as where the segment is all of the total.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The segment is larger than the total, or leaves what there cannot be: events without exposure, or sums
    /// that no values have; or the confidence does not lie between 0 and 1.</exception>
    public static Change? ChangeFromRest(this ShareTally part, ShareTally total, double confidence = 0.95) => part.ChangeFrom(total.Without(part), confidence);

    /// <inheritdoc cref="ChangeFromRest(ShareTally, ShareTally, double)"/>
    public static Change? ChangeFromRest(this NetTally part, NetTally total, double confidence = 0.95) => part.ChangeFrom(total.Without(part), confidence);

    /// <inheritdoc cref="ChangeFromRest(ShareTally, ShareTally, double)"/>
    public static Change? ChangeFromRest(this RateTally part, RateTally total, double confidence = 0.95) => part.ChangeFrom(total.Without(part), confidence);

    /// <inheritdoc cref="ChangeFromRest(ShareTally, ShareTally, double)"/>
    /// <exception cref="ArgumentException">One of the two was published without its spread.</exception>
    public static Change? ChangeFromRest(this MeanTally part, MeanTally total, double confidence = 0.95) => part.ChangeFrom(total.Without(part), confidence);

    /// <summary>The difference of two windows that overlap, such as two rolling quarters that share a month, by leaving out of both what they share.</summary>
    /// <remarks>What two windows share cannot have changed between them: only the rest carries the change, and only the rest is independent.</remarks>
    /// <param name="window">The window.</param>
    /// <param name="baseline">The window to compare with.</param>
    /// <param name="shared">What both contain.</param>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>The change of what is not shared; <see langword="null"/> when nothing is left of either.</returns>
    /// <exception cref="ArgumentOutOfRangeException">What is shared is larger than a window, or leaves what there cannot be: events without exposure, or sums
    /// that no values have; or the confidence does not lie between 0 and 1.</exception>
    public static Change? ChangeOutsideOverlap(this ShareTally window, ShareTally baseline, ShareTally shared, double confidence = 0.95) =>
        Without(window, shared, nameof(shared)).ChangeFrom(Without(baseline, shared, nameof(shared)), confidence);

    /// <inheritdoc cref="ChangeOutsideOverlap(ShareTally, ShareTally, ShareTally, double)"/>
    public static Change? ChangeOutsideOverlap(this NetTally window, NetTally baseline, NetTally shared, double confidence = 0.95) =>
        Without(window, shared, nameof(shared)).ChangeFrom(Without(baseline, shared, nameof(shared)), confidence);

    /// <inheritdoc cref="ChangeOutsideOverlap(ShareTally, ShareTally, ShareTally, double)"/>
    public static Change? ChangeOutsideOverlap(this RateTally window, RateTally baseline, RateTally shared, double confidence = 0.95) =>
        Without(window, shared, nameof(shared)).ChangeFrom(Without(baseline, shared, nameof(shared)), confidence);

    /// <inheritdoc cref="ChangeOutsideOverlap(ShareTally, ShareTally, ShareTally, double)"/>
    /// <exception cref="ArgumentException">A window or what is shared was published without its spread.</exception>
    public static Change? ChangeOutsideOverlap(this MeanTally window, MeanTally baseline, MeanTally shared, double confidence = 0.95) =>
        Without(window, shared, nameof(shared)).ChangeFrom(Without(baseline, shared, nameof(shared)), confidence);

    private static void InTotal<T>(T part, T total, string figure, string name)
        where T : IComparable<T>, IFormattable
    {
        if (part.CompareTo(total) > 0)
        {
            throw new ArgumentOutOfRangeException(
                name,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} must not be larger than the total that contains it: its {figure} is {part}, the total's {total}"));
        }
    }
}
