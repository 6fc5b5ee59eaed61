namespace CxKpi;

/// <summary>Errors that may lie behind figures: a process that remembers, and white noise beside it.</summary>
/// <param name="Phi">The memory of the process from one period to the next.</param>
/// <param name="Process">The variance of the process.</param>
/// <param name="White">The variance of the white noise; 0 where sampling variances are known, which take its place.</param>
internal readonly record struct ShiftErrors(double Phi, double Process, double White)
{
    /// <summary>How probable these errors are among all that are considered.</summary>
    internal double Weight { get; init; }

    /// <summary>What share of the figures a mean is worth beside known noise of some variance: 1/(1 + 2Σ of the autocorrelations).</summary>
    internal double Independence(double known) => 1 / (1 + 2 * Process / (Process + White + known) * Phi / (1 - Phi));
}
