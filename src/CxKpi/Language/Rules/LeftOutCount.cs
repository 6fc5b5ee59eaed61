using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>How much of one kind is in no base of a KPI: seen, counted, and left out.</summary>
[JsonConverter(typeof(RecordJsonConverter<LeftOutCount>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct LeftOutCount : IJsonRecord<LeftOutCount>
{
    /// <summary>Creates the count.</summary>
    /// <param name="kind">Why it is in no base.</param>
    /// <param name="count">The number; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not a named value, or the count is negative.</exception>
    public LeftOutCount(LeftOutKind kind, long count)
    {
        Kind = Guard.Defined(kind);
        Count = Guard.NotNegative(count);
    }

    /// <summary>Why it is in no base.</summary>
    public LeftOutKind Kind { get; }

    /// <summary>The number.</summary>
    public long Count { get; }

    /// <summary>The number with its kind.</summary>
    /// <returns>Text for display, such as <c>2 missing</c>.</returns>
    public override string ToString() => Phrases.English.LeftOut(this);

    /// <summary>What is in no base, without the kinds of which there are none.</summary>
    internal static IReadOnlyList<LeftOutCount> Of(params ReadOnlySpan<(LeftOutKind Kind, long Count)> counts)
    {
        List<LeftOutCount> some = [];
        foreach ((LeftOutKind kind, long count) in counts)
        {
            if (count > 0)
            {
                some.Add(new(kind, count));
            }
        }

        return some.Count > 0 ? ValueList.Of(some) : ValueList<LeftOutCount>.Empty;
    }

    static LeftOutCount IJsonRecord<LeftOutCount>.Json(JsonMembers<LeftOutCount> json) =>
        new(json.Value(nameof(Kind), x => x.Kind), json.Value(nameof(Count), x => x.Count));
}
