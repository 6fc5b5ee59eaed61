using NodaTime;

namespace CxKpi;

/// <summary>What a scorecard says, in words: the same in every face.</summary>
internal static class ScorecardWords
{
    internal static string Subtitle(Scorecard card, ReportFormat format)
    {
        string confidence = format.Say($"Intervals at {format.Percent(card.Confidence)} confidence.", $"Intervalles de confiance à {format.Percent(card.Confidence)}.");
        return card.AsOf is { } day ? $"{format.Say($"Figures through {format.Date(day)}.", $"Données jusqu'au {format.Date(day)}.")} {confidence}" : confidence;
    }

    internal static ReportTable Table(Scorecard card, ReportFormat format)
    {
        ReportColumn[] columns =
        [
            new("KPI"),
            new(format.Say("Value", "Valeur"), IsNumber: true),
            new(format.Say("Interval", "Intervalle"), IsNumber: true),
            new("n", IsNumber: true),
            new(format.Say("From previous", "Évolution")),
            new(format.Say("From last year", "Sur un an")),
            new(format.Say("Trend", "Tendance")),
            new(format.Say("Target", "Objectif")),
            new(format.Say("Benchmark", "Référence")),
            new(format.Say("Notes", "Remarques")),
        ];
        List<(string? Heading, List<ReportCell[]> Rows)> sections = [];
        foreach (ScorecardLine line in card.Lines)
        {
            if (sections.Count == 0 || !string.Equals(sections[^1].Heading, line.Group, StringComparison.Ordinal))
            {
                sections.Add((line.Group, []));
            }

            sections[^1].Rows.Add(Row(line, format));
        }

        return new(format.Say("KPIs", "Indicateurs"), columns, [.. sections.Select(section => new ReportSection(section.Heading, section.Rows))]);
    }

    /// <summary>What an activity and its outcome did together, as a sentence.</summary>
    internal static string Pair(Scorecard card, ScorecardPair pair, ReportFormat format)
    {
        string activity = Moved(card.Find(pair.Activity), pair.Activity, format), outcome = Moved(card.Find(pair.Outcome), pair.Outcome, format);
        return $"{activity}{format.Say("; ", " ; ")}{outcome}. " + pair.Verdict switch
        {
            PairVerdict.OutcomeFollowed => format.Say("The activity moved, and the outcome improved.", "L'activité a bougé, et le résultat s'est amélioré."),
            PairVerdict.OutcomeDidNotFollow => format.Say("The activity moved; there is no evidence that the outcome did.", "L'activité a bougé ; rien n'établit que le résultat ait suivi."),
            PairVerdict.OutcomeWorsened => format.Say("The outcome got worse.", "Le résultat s'est dégradé."),
            PairVerdict.NoActivity => format.Say("There is no evidence that the activity moved as wanted.", "Rien n'établit que l'activité ait bougé comme voulu."),
            _ => format.Say("One of the two changes is not known.", "L'une des deux évolutions n'est pas connue."),
        };
    }

    /// <summary>How many lines say what.</summary>
    internal static IReadOnlyList<ReportCell> Summary(Scorecard card, ReportFormat format)
    {
        List<ReportCell> parts = [new($"{card.Lines.Count} {format.Say(card.Lines.Count == 1 ? "KPI" : "KPIs", card.Lines.Count > 1 ? "indicateurs" : "indicateur")}")];
        Add(line => line.Previous?.Change?.Verdict == ChangeVerdict.Better, "better than before", "mieux qu'avant", Tone.Good);
        Add(line => line.Previous?.Change?.Verdict == ChangeVerdict.Worse, "worse than before", "moins bien qu'avant", Tone.Bad);
        Add(line => line.Previous?.Change?.Verdict == ChangeVerdict.NoEvidence, "without evidence of a change", "sans évolution établie", Tone.Plain);
        Add(line => line.Target?.Status == TargetStatus.Met, "on target", "à l'objectif", Tone.Good);
        Add(line => line.Target?.Status == TargetStatus.Missed, "off target", "hors objectif", Tone.Bad);
        Add(line => line.Target?.Status == TargetStatus.Undecided, "undecided against the target", "indécis face à l'objectif", Tone.Caution);
        Add(line => line.HasNoInterval, "without an interval", "sans intervalle", Tone.Caution);
        Add(line => line is { IsThin: true, HasNoInterval: false }, "on a thin sample", "sur un échantillon mince", Tone.Caution);
        return parts;

        void Add(Func<ScorecardLine, bool> says, string english, string french, Tone tone)
        {
            int count = card.Lines.Count(says);
            if (count > 0)
            {
                parts.Add(new($"{count} {format.Say(english, french)}", Tone: tone));
            }
        }
    }

    internal static IReadOnlyList<string> Legend(Scorecard card, ReportFormat format) =>
    [
        format.Say(
            "An interval says what chance in who was observed can explain, and nothing else: not a biased sample, a changed question or a wrong definition.",
            "Un intervalle dit ce que le hasard des personnes observées peut expliquer, et rien d'autre : ni un échantillon biaisé, ni une question modifiée, ni une définition fautive."),
        format.Say(
            "\"No evidence\" means that chance alone explains such a change; it is not evidence that nothing changed.",
            "« Rien d'établi » signifie que le hasard suffit à expliquer une telle évolution ; cela ne prouve pas que rien n'a changé."),
        format.Say(
            "A target is met or missed when the whole interval says so, and undecided in between.",
            "Un objectif est atteint ou manqué quand tout l'intervalle le dit, et indécis entre les deux."),
        format.Say(
            $"A sample is thin with fewer than {Scorecard.ThinBelow} observations, or when the interval lacks one limit or is rough.",
            $"Un échantillon est mince avec moins de {Scorecard.ThinBelow} observations, ou quand l'intervalle n'a qu'une borne ou reste approximatif."),
    ];

    /// <summary>The goal in the KPI's unit.</summary>
    internal static string Goal(Target target, KpiDefinition definition, string? currency, ReportFormat format)
    {
        string goal = format.Value(definition, target.Goal, currency);
        string bound = target.Bound == TargetBound.AtLeast ? format.Say($"at least {goal}", $"au moins {goal}") : format.Say($"at most {goal}", $"au plus {goal}");
        return target.Form switch
        {
            TargetForm.RelativeChange => $"{(target.Change > 0 ? "+" : "")}{format.Percent(target.Change ?? 0)} ({bound})",
            TargetForm.AllWithin => $"{(target.Goal == 1 ? format.Say("all", "tous") : format.Percent(target.Goal))} {format.Say($"within {Time(target.Limit!.Value, format)}", $"en {Time(target.Limit!.Value, format)} au plus")}",
            _ => bound,
        };
    }

    internal static (string Words, Tone Tone) Status(TargetAssessment target, ReportFormat format) => (target.Status, target.IsDue) switch
    {
        (TargetStatus.Met, _) => (format.Say("met", "atteint"), Tone.Good),
        (TargetStatus.Missed, false) => (format.Say("not met yet", "pas encore atteint"), Tone.Caution),
        (TargetStatus.Missed, _) => (format.Say("missed", "manqué"), Tone.Bad),
        (TargetStatus.Undecided, _) => (format.Say("undecided", "indécis"), Tone.Caution),
        _ => (format.Say("no data", "pas de données"), Tone.Plain),
    };

    private static ReportCell[] Row(ScorecardLine line, ReportFormat format)
    {
        KpiDefinition definition = line.Definition;
        return
        [
            new(line.Label, Extra: ReportFormat.JoinNotEmpty(", ", format.Name(definition), line.Period is { } period ? format.Period(period) : "")),
            new(format.Value(definition, line.Value, line.Currency)),
            new(format.Interval(definition, line.Estimate?.Lower, line.Estimate?.Upper, line.Currency)),
            new(format.Count(line.N)),
            Compared(line, line.Previous, format),
            Compared(line, line.LastYear, format),
            line.Trend is { } trend ? new("", format.Verdict(trend.Verdict), trend.Note ?? "", ReportFormat.ToneOf(trend.Verdict)) : default,
            line.Target is { } target ? TargetCell(line, target, format) : default,
            line.Benchmark is { } benchmark ? BenchmarkCell(line, benchmark, format) : default,
            Notes(line, format),
        ];
    }

    private static ReportCell Compared(ScorecardLine line, ScorecardComparison? with, ReportFormat format)
    {
        if (with is null)
        {
            return default;
        }

        string from = with.Period is { } period ? format.Say($"from {format.Period(period)}", $"par rapport à {format.Period(period)}") : "";
        return with.Change is { } change
            ? format.ChangeCell(line.Definition, change.Difference, change.Lower, change.Upper, change.Verdict, line.Currency, from)
            : new("", format.Say("nothing to compare", "rien à comparer"), from);
    }

    private static ReportCell TargetCell(ScorecardLine line, TargetAssessment target, ReportFormat format)
    {
        (string words, Tone tone) = Status(target, format);
        string attainment = target.Attainment switch
        {
            null => "",
            < 0 => format.Say("further away than at the start", "plus loin qu'au départ"),
            { } way => format.Say($"{format.Percent(way)} of the way", $"{format.Percent(way)} du chemin"),
        };
        string deadline = target.Target.Deadline is { } day ? format.Say($"by {format.Date(day)}", $"d'ici au {format.Date(day)}") : "";
        return new(Goal(target.Target, line.Definition, line.Currency, format), words, ReportFormat.JoinNotEmpty(", ", attainment, deadline), tone);
    }

    private static ReportCell BenchmarkCell(ScorecardLine line, Benchmark benchmark, ReportFormat format) => new(
        line.Band?.Name ?? (line.Value is null ? format.Say("no data", "pas de données") : format.Say("outside the bands", "hors des tranches")),
        Extra: $"{benchmark.Sector}, {benchmark.Country}, {benchmark.Period}");

    private static ReportCell Notes(ScorecardLine line, ReportFormat format)
    {
        string warning = line switch
        {
            { HasNoInterval: true, N: <= 1 } => format.Say("no interval (one observation or totals only)", "sans intervalle (une seule observation ou des totaux)"),
            { HasNoInterval: true } => format.Say("no interval", "sans intervalle"),
            { IsThin: true } => format.Say("thin sample", "échantillon mince"),
            _ => "",
        };
        return line.Note is not { Length: > 0 } note ? new("", warning, Tone: Tone.Caution) : new(warning.Length > 0 ? note + " –" : note, warning, Tone: Tone.Caution);
    }

    private static string Moved(ScorecardLine? line, string label, ReportFormat format) => line?.Previous?.Change is { } change
        ? $"{label} {format.Change(line.Definition, change.Difference, line.Currency)} ({format.Verdict(change.Verdict)})"
        : $"{label} ({format.Say("nothing to compare", "rien à comparer")})";

    private static string Time(Duration limit, ReportFormat format) => KpiText.Value(KpiUnit.Seconds, limit.TotalSeconds, format.Numbers);
}
