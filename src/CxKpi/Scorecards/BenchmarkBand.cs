using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>One band of a benchmark, from its lower bound up to the next band.</summary>
[JsonConverter(typeof(RecordJsonConverter<BenchmarkBand>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record BenchmarkBand : IJsonRecord<BenchmarkBand>
{
    /// <summary>Creates a band.</summary>
    /// <param name="name">The name that the source gives to the band.</param>
    /// <param name="from">The lowest value in the band, in the KPI's unit; <see langword="null"/> when the band has no lower bound.</param>
    /// <param name="to">The value at which the band ends, in the KPI's unit. It belongs to the band only when it is the last one;
    /// <see langword="null"/> when the band has no upper bound.</param>
    /// <exception cref="ArgumentException">The name is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A bound is not finite, or <paramref name="to"/> is not above <paramref name="from"/>.</exception>
    public BenchmarkBand(string name, double? from = null, double? to = null)
    {
        Name = Guard.NotBlank(name);
        From = from is { } low ? Guard.Finite(low, nameof(from)) : null;
        To = to is { } high ? Guard.Finite(high, nameof(to)) : null;
        _ = To <= From ? throw Guard.Outside(nameof(to), string.Create(CultureInfo.InvariantCulture, $"must be above from ({from})"), to) : to;
    }

    /// <summary>The name that the source gives to the band.</summary>
    public string Name { get; }

    /// <summary>The lowest value in the band, in the KPI's unit; <see langword="null"/> when the band has no lower bound.</summary>
    public double? From { get; }

    /// <summary>The value at which the band ends, in the KPI's unit; <see langword="null"/> when the band has no upper bound.</summary>
    public double? To { get; }

    /// <summary>The name and the bounds as invariant text.</summary>
    /// <returns>Text for display, such as <c>good (20 to 50)</c>.</returns>
    public override string ToString() => (From, To) switch
    {
        (null, null) => TerminalText.Clean(Name),
        (null, _) => $"{TerminalText.Clean(Name)} (below {Phrases.English.Number(To)})",
        (_, null) => $"{TerminalText.Clean(Name)} ({Phrases.English.Number(From)} and above)",
        _ => $"{TerminalText.Clean(Name)} ({Phrases.English.Number(From)} to {Phrases.English.Number(To)})",
    };

    /// <summary>The bounds in words, with numbers written as a KPI has them; empty when there is none.</summary>
    internal string BoundsIn(Phrases words, Func<double, string> number) => (From, To) switch
    {
        (null, null) => "",
        (null, { } to) => words.Below(number(to)),
        ({ } from, null) => words.AndAbove(number(from)),
        ({ } from, { } to) => words.Between(number(from), number(to)),
    };

    static BenchmarkBand IJsonRecord<BenchmarkBand>.Json(JsonMembers<BenchmarkBand> json) => new(
        json.Text(nameof(Name), x => x.Name),
        json.Optional(nameof(From), x => x.From),
        json.Optional(nameof(To), x => x.To));
}
