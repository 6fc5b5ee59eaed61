namespace CxKpi;

/// <summary>
/// Combines records that one object holds, such as a series. Where their rules differ, the exception names what holds them, since whoever asks for a total
/// never passed the <c>other</c> of <see cref="IKpi{TSelf}.Combine"/>, and says what to do.
/// </summary>
internal static class HeldRecords
{
    internal static TKpi Combine<TKpi>(TKpi some, TKpi more, string holder, string advice)
        where TKpi : struct, IKpi<TKpi>
    {
        try
        {
            return some.Combine(more);
        }
        catch (ArgumentException error)
        {
            throw Blame(error, holder, advice);
        }
        catch (OverflowException error)
        {
            throw new OverflowException($"the sum of the {TKpi.Definition.Name} of all {holder} exceeds the range of its type", error);
        }
    }

    /// <summary>The same for records that the caller handed over by a name, perhaps in a list.</summary>
    internal static TKpi CombineAt<TKpi>(TKpi some, TKpi more, string name, long? position = null)
        where TKpi : struct, IKpi<TKpi>
    {
        try
        {
            return some.Combine(more);
        }
        catch (ArgumentException error) when (error is not ArgumentOutOfRangeException)
        {
            throw Blame(error, name, position is null ? null : FormattableString.Invariant($"the second is at position {position}"));
        }
    }

    /// <summary>The change from a record that the caller knows by another name than the <c>baseline</c> of <see cref="IKpi{TSelf}.ChangeFrom"/>.</summary>
    internal static Change? ChangeFrom<TKpi>(TKpi kpi, TKpi before, double confidence, string name, long? position = null)
        where TKpi : struct, IKpi<TKpi>
    {
        try
        {
            return kpi.ChangeFrom(before, confidence);
        }
        catch (ArgumentException error) when (error is not ArgumentOutOfRangeException)
        {
            throw Blame(error, name, position is null ? null : FormattableString.Invariant($"they are at position {position}"));
        }
    }

    /// <summary>The exception for a call that combines, or compares, within.</summary>
    internal static ArgumentException Blame(ArgumentException error, string holder, string? advice = null)
    {
        string message = error.Message, suffix = $" (Parameter '{error.ParamName}')";
        string fault = message.EndsWith(suffix, StringComparison.Ordinal) ? message[..^suffix.Length] : message;
        return new(advice is null ? fault : $"{fault}; {advice}", holder, error);
    }
}
