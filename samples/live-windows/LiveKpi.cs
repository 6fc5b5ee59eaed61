using CxKpi;

namespace LiveWindows;

/// <summary>What the windows hold: a record of the library, how an answer becomes one, and what it is judged against.</summary>
/// <typeparam name="TKpi">The type of the record.</typeparam>
/// <param name="Label">What the dashboard calls it.</param>
/// <param name="FromAnswer">One answer as a record; <see langword="null"/> is a question that was not answered. It throws for an answer that cannot be.</param>
/// <param name="Target">The target of each segment; <see langword="null"/> for none.</param>
public sealed record LiveKpi<TKpi>(string Label, Func<int?, TKpi> FromAnswer, Target? Target = null)
    where TKpi : struct, IKpi<TKpi>;
