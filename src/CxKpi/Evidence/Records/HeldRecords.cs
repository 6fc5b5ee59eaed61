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

    /// <summary>The exception for a call that combines, or compares, within.</summary>
    internal static ArgumentException Blame(ArgumentException error, string holder, string advice)
    {
        string message = error.Message, suffix = $" (Parameter '{error.ParamName}')";
        return new($"{(message.EndsWith(suffix, StringComparison.Ordinal) ? message[..^suffix.Length] : message)}; {advice}", holder, error);
    }
}
