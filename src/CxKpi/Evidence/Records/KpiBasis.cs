using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>What a figure rests on: how many observations of which kind, gathered under which rules.</summary>
[JsonConverter(typeof(RecordJsonConverter<KpiBasis>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed record KpiBasis : IJsonRecord<KpiBasis>
{
    /// <summary>The flags that change what a figure means, in contrast to those that are about its limits.</summary>
    internal const EstimateFlags FlagsOfMeaning =
        EstimateFlags.NonStandardScale | EstimateFlags.OpenItemsLeftOut | EstimateFlags.RoundedFigures;

    internal KpiBasis()
    {
    }

    /// <summary>The number of observations; not negative.</summary>
    public long N { get; internal init => field = Guard.NotNegative(value, nameof(N)); }

    /// <summary>What the observations are.</summary>
    public ObservationKind Observation { get; internal init => field = Guard.Defined(value, nameof(Observation)); }

    /// <summary>The number of rows of totals in which the observations came; equal to <see cref="N"/> where each is a row of its own.</summary>
    public long Rows { get; internal init => field = Guard.NotNegative(value, nameof(Rows)); }

    /// <summary>The number of clusters in which the observations came; <see langword="null"/> when they are taken for independent.</summary>
    public long? Clusters { get; internal init => field = value is { } count ? Guard.Positive(count, nameof(Clusters)) : null; }

    /// <summary>The rules under which the figure was gathered; empty when the definition says all.</summary>
    public IReadOnlyList<KpiRule> Rules { get; internal init => field = ValueList.Of(value); } = ValueList<KpiRule>.Empty;

    /// <summary>What was seen and is in no base, such as missing answers or open items; empty when nothing is known to be left out.</summary>
    public IReadOnlyList<LeftOutCount> LeftOut { get; internal init => field = ValueList.Of(value); } = ValueList<LeftOutCount>.Empty;

    /// <summary>The flags that change what the figure means.</summary>
    public EstimateFlags Flags { get; internal init; }

    /// <summary>The number of observations with what they are.</summary>
    /// <returns>Text for display, such as <c>423 answers</c>, or <c>37 orders, 1 row</c>.</returns>
    public override string ToString() => Base(Phrases.English);

    internal static KpiBasis Of<TKpi>(TKpi kpi)
        where TKpi : struct, IKpi<TKpi> =>
        new()
        {
            N = kpi.N,
            Observation = kpi.Observation,
            Rows = kpi.Rows,
            Clusters = kpi.Clusters,
            Rules = kpi.Rules,
            LeftOut = kpi.LeftOut,
            Flags = kpi.Flags,
        };

    /// <summary>What all records with data rest on together; <see langword="null"/> when their rules differ, or none has data.</summary>
    internal static KpiBasis? Common<TKpi>(IEnumerable<TKpi> records)
        where TKpi : struct, IKpi<TKpi>
    {
        TKpi? latest = null;
        IReadOnlyList<KpiRule> rules = [];
        foreach (TKpi record in records.Where(record => !record.Equals(default(TKpi))))
        {
            IReadOnlyList<KpiRule> own = record.Rules;
            if (latest is not null && !own.SequenceEqual(rules))
            {
                return null;
            }

            (latest, rules) = (record, own);
        }

        return latest is { } known ? Of(known) : null;
    }

    /// <summary>Whether the number of observations says alone what the figure rests on.</summary>
    internal bool IsNumberAlone => Clusters is null && (Rows == N || Observation == ObservationKind.Row);

    /// <summary>The number of observations with its noun, and the number of clusters, or of rows where it is another.</summary>
    internal string Base(Phrases words) => BaseUnder(words.Numbers, words);

    /// <summary>The same with the numbers written as a culture does.</summary>
    internal string BaseUnder(IFormatProvider numbers, Phrases words)
    {
        string observations = words.ObservationsUnder(numbers, Observation, N);
        return IsNumberAlone ? observations
            : Clusters is { } clusters ? $"{observations}, {words.ObservationsUnder(numbers, ObservationKind.Cluster, clusters)}"
            : $"{observations}, {words.ObservationsUnder(numbers, ObservationKind.Row, Rows)}";
    }

    /// <summary>The rules as a list; empty when there are none. The currency of an amount of money is left out, because the amount shows it.</summary>
    internal string RulesIn(Phrases words, KpiDefinition definition) => InWords(Rules, words, definition);

    /// <summary>Rules as a list, as <see cref="RulesIn"/> gives them.</summary>
    internal static string InWords(IReadOnlyList<KpiRule> rules, Phrases words, KpiDefinition definition) => string.Join(
        ", ",
        from rule in rules
        where definition.Unit != KpiUnit.Money || !string.Equals(rule.Name, KpiRule.CurrencyName, StringComparison.Ordinal)
        select rule.In(words.Language));

    /// <summary>The flags that change the meaning in words, apart from what the rules already say.</summary>
    internal string FlagsIn(Phrases words) => words.Flags(Rules.Count > 0 ? Flags & ~EstimateFlags.NonStandardScale : Flags);

    /// <summary>The flags that change the meaning, and what is in no base apart from unanswered questions, in words.</summary>
    internal string MarksIn(Phrases words) => MarksUnder(words.Numbers, words);

    /// <summary>The same with the numbers written as a culture does.</summary>
    internal string MarksUnder(IFormatProvider numbers, Phrases words)
    {
        // Unanswered questions are part of every survey, and "answers" says that they are in no base: text leaves them to the data.
        // The flag names the open items already, and lacks only their number.
        bool countsOpen = Flags.HasFlag(EstimateFlags.OpenItemsLeftOut) && LeftOut.Any(left => left.Kind == LeftOutKind.Open);
        string flags = (countsOpen ? this with { Flags = Flags & ~EstimateFlags.OpenItemsLeftOut } : this).FlagsIn(words);
        return string.Join(", ", LeftOut.Where(left => left.Kind != LeftOutKind.Missing).Select(Text).Prepend(flags).Where(text => text.Length > 0));

        string Text(LeftOutCount left) => countsOpen && left.Kind == LeftOutKind.Open
            ? words.FlagOpenItemsLeftOut + words.Colon + left.Count.ToString("#,0", numbers)
            : words.LeftOutUnder(numbers, left);
    }

    /// <summary>What is in no base, for programs.</summary>
    internal string LeftOutByName() => string.Join(", ", LeftOut.Select(left => $"{left.Kind} {Csv.Count(left.Count)}"));

    static KpiBasis IJsonRecord<KpiBasis>.Json(JsonMembers<KpiBasis> json) => new()
    {
        N = json.Value(nameof(N), x => x.N),
        Observation = json.Value(nameof(Observation), x => x.Observation),
        Rows = json.Value(nameof(Rows), x => x.Rows),
        Clusters = json.Seldom(nameof(Clusters), x => x.Clusters),
        Rules = json.Records(nameof(Rules), x => x.Rules),
        LeftOut = json.Records(nameof(LeftOut), x => x.LeftOut),
        Flags = json.Value(nameof(Flags), x => x.Flags),
    };
}
