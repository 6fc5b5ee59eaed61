using System.Globalization;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>How often one method raised an alarm on series of one kind in which nothing happens.</summary>
/// <param name="Method">The method.</param>
/// <param name="Data">Plain values, or shares of counts.</param>
/// <param name="Length">The number of months.</param>
/// <param name="Noise">What moves the figures.</param>
/// <param name="Alarms">The number of series with an alarm.</param>
/// <param name="Series">The number of series.</param>
/// <param name="Refused">The number of series that the method refused; no alarms.</param>
/// <param name="Target">The rate that the library promises to keep to; <see langword="null"/> where it promises none.</param>
/// <param name="IsNaive">Whether this is a route that people take without the library's model, for comparison.</param>
internal sealed record Cell(string Method, string Data, int Length, string Noise, int Alarms, int Series, int Refused, double? Target, bool IsNaive)
{
    /// <summary>Whether something did happen, and the target is how often it must be told at least.</summary>
    public bool IsPower { get; init; }

    /// <summary>The fewest standard errors put down to the simulation.</summary>
    public double LeastAllowance { get; init; }

    /// <summary>Whether it is known that the target cannot be kept.</summary>
    public bool IsNamed => NamedMisses.Contains(this);

    /// <summary>What else is to be known, at the end of the line.</summary>
    public string? Remark { get; init; }

    /// <summary>A cell that counts answers.</summary>
    public static Cell Of(string method, string data, int length, string noise, IReadOnlyCollection<Answer> answers, double? target) => new(
        method,
        data,
        length,
        noise,
        answers.Count(x => x == Answer.Alarm),
        answers.Count,
        answers.Count(x => x == Answer.Refused),
        target,
        IsNaive: false);

    public double Rate => (double)Alarms / Series;

    /// <summary>The standard error of the simulated rate.</summary>
    public double Error => Math.Sqrt(Rate * (1 - Rate) / Series);

    /// <param name="allowance">How many standard errors beyond the target are put down to the simulation.</param>
    public bool IsOver(double allowance) => Misses(allowance) && !IsNamed;

    /// <param name="allowance">How many standard errors beyond the target are put down to the simulation.</param>
    public bool Misses(double allowance) =>
        Target is { } target && (IsPower ? target - Rate : Rate - target) > Math.Max(allowance, LeastAllowance) * Error;

    public string Line(double allowance) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Method,-34} {Data,-10} n={Length,-3} {Noise,-25} {Rate:0.000} ± {Error:0.000}  {Promise,13}  {Judgement(allowance)}{Refusals}{Remark}");

    private string Promise => Target is { } target ? string.Create(CultureInfo.InvariantCulture, $"{(IsPower ? "at least" : "target")} {target:0.00}") : "-";

    private string Refusals => Refused > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({Refused} refused)") : "";

    private string Judgement(double allowance) => this switch
    {
        { IsNaive: true } => "naive",
        { Target: null } => "no target",
        _ => !Misses(allowance) ? "within" : IsNamed ? "named" : "OVER",
    };
}
