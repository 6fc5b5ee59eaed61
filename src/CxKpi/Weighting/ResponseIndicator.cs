using System.Globalization;

namespace CxKpi.Practices;

/// <summary>How evenly the people who were invited to a survey answered it, over classes that are known of all of them (R-indicator).</summary>
/// <remarks>
/// <code>
/// R = 1 - 2 S,  S² = sum of m (rate - mean rate)² / (n - 1)        largest bias = (1 - R) / (2 * mean rate)
/// </code>
/// m is the number invited of a class and n of all. R is 1 where every class answers at the same rate, and falls as rates differ. The largest bias is in
/// standard deviations of the answer: a mean of answers cannot be off by more for reasons that the classes show. R says nothing about classes that are not
/// looked at, and in small samples it is a little low, since rates differ by chance too.
/// Source: B. Schouten, F. Cobben and J. Bethlehem, "Indicators for the representativeness of survey response", Survey Methodology, 2009.
/// </remarks>
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record ResponseIndicator : ILocalizedFace
{
    private ResponseIndicator()
    {
    }

    /// <summary>The number of people invited.</summary>
    public long Invited { get; private init; }

    /// <summary>The number of people who answered.</summary>
    public long Responded { get; private init; }

    /// <summary>The response rate over all classes, in [0, 1]; <see langword="null"/> when nobody was invited.</summary>
    public double? ResponseRate { get; private init; }

    /// <summary>The response rate of each class; <see langword="null"/> for a class of which nobody was invited.</summary>
    public IReadOnlyList<double?> Rates { get; private init; } = ValueList<double?>.Empty;

    /// <summary>How far each class pulls the rates apart: below 0 for those that answer less than all do; 0 for a class of which nobody was invited.</summary>
    public IReadOnlyList<double> Contributions { get; private init; } = ValueList<double>.Empty;

    /// <summary>The standard deviation of the response rates over the people invited; <see langword="null"/> when fewer than two were.</summary>
    public double? StandardDeviation { get; private init; }

    /// <summary>The R-indicator, at most 1; <see langword="null"/> when fewer than two people were invited.</summary>
    public double? Value => 1 - 2 * StandardDeviation;

    /// <summary>The largest bias of a mean, in standard deviations of the answer; <see langword="null"/> when nobody answered.</summary>
    public double? LargestBias => ResponseRate > 0 ? StandardDeviation / ResponseRate : null;

    /// <summary>Calculates the indicator from the numbers of each class.</summary>
    /// <param name="invited">The number of people invited in each class.</param>
    /// <param name="responded">The number of those who answered.</param>
    /// <returns>The indicator.</returns>
    /// <exception cref="ArgumentException">The two have different lengths.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or more people of a class answered than were invited.</exception>
    /// <exception cref="OverflowException">More people were invited than a <see cref="long"/> counts.</exception>
    public static ResponseIndicator Of(ReadOnlySpan<long> invited, ReadOnlySpan<long> responded)
    {
        Guard.SameLength(invited.Length, responded.Length, nameof(invited), nameof(responded));
        long people = 0, answers = 0;
        for (int i = 0; i < invited.Length; i++)
        {
            people = Guard.Sum("people invited", people, Guard.NotNegativeAt(invited[i], i, nameof(invited)));
            Guard.NotNegativeAt(responded[i], i, nameof(responded));
            if (responded[i] > invited[i])
            {
                throw Guard.OutsideAt(i, nameof(responded), FormattableString.Invariant($"must not be larger than invited ({invited[i]})"), responded[i]);
            }

            answers += responded[i];
        }

        double?[] rates = new double?[invited.Length];
        double[] contributions = new double[invited.Length];
        double mean = people == 0 ? 0 : (double)answers / people, squares = 0;
        for (int i = 0; i < invited.Length; i++)
        {
            if (invited[i] > 0)
            {
                double rate = (double)responded[i] / invited[i], gap = rate - mean;
                (rates[i], contributions[i]) = (rate, Math.Sqrt((double)invited[i] / people) * gap);
                squares += invited[i] * gap * gap;
            }
        }

        return new()
        {
            Invited = people,
            Responded = answers,
            ResponseRate = people > 0 ? mean : null,
            Rates = ValueList.Of(rates),
            Contributions = ValueList.Of(contributions),
            StandardDeviation = people > 1 ? Math.Sqrt(squares / (people - 1)) : null,
        };
    }

    /// <summary>The indicator with the response rate as invariant text.</summary>
    /// <returns>Text for display, such as <c>R = 0.871 at a response rate of 22.5 % (225 of 1000)</c>.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"R = {Value:0.000} at a response rate of {100 * ResponseRate:0.#} % ({Responded} of {Invited})");

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.ResponseIndicatorCaption)
        .Fact(words.ResponseIndicatorLabel, Value is { } value ? words.Decimals(value, "0.000") : null)
        .Fact(words.AnswerRateLabel, ResponseRate is { } rate ? words.Percent(rate) : null)
        .Fact(words.InvitedLabel, words.Count(Invited))
        .Fact(words.AnsweredLabel, words.Count(Responded))
        .Fact(words.LargestBiasLabel, LargestBias is { } bias ? words.Decimals(bias, "0.00") : null)
        .ToHtml();
}
