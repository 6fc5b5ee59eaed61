using System.Globalization;

namespace CxKpi;

/// <content>
/// Whether the figures of a line that was read are those of its evidence: a document whose figures were changed by hand is no evidence of them.
/// </content>
public sealed partial record ScorecardLine
{
    private ScorecardLine Agreed()
    {
        CheckVerdict();
        ScorecardLine agreed = WithEvidence();
        CheckCompared(nameof(Previous), Previous);
        CheckCompared(nameof(LastYear), LastYear);
        CheckHistory();
        CheckTarget();
        return agreed;
    }

    private ScorecardLine WithEvidence()
    {
        if (Evidence is null)
        {
            return this;
        }

        KnownKpi? kpi = KnownKpis.Of(Evidence);
        if (kpi?.Definition is { } own && (own.Name, own.Unit, own.Direction) != (Definition.Name, Definition.Unit, Definition.Direction))
        {
            throw Fault(nameof(Definition), $"must be that of the evidence, {own.Name}, {own.Unit}, {own.Direction}");
        }

        Same("Estimate.Value", Value, kpi is null ? Evidence.Totals?.Value : kpi.Value(Evidence));
        if (Estimate is { } stated && kpi?.Estimate(Evidence, stated.Confidence) is { } found && stated.Method == found.Method)
        {
            Same("Estimate.N", stated.N, found.N);
            Same("Estimate.Lower", stated.Lower, found.Lower);
            Same("Estimate.Upper", stated.Upper, found.Upper);
        }

        if (kpi?.Basis(Evidence) is not { } basis)
        {
            return this;
        }

        Same("Basis.N", Basis?.N ?? basis.N, basis.N);
        Same("Basis.Clusters", Basis?.Clusters ?? basis.Clusters, basis.Clusters);
        Same("Basis.Rows", Basis?.Rows ?? basis.Rows, basis.Rows);
        CheckLeftOut(basis);

        // The words are this version's; what they say follows from the evidence.
        return this with { Basis = basis };
    }

    /// <summary>Whether the verdict is that of its limits, or that of the change from the period before.</summary>
    private void CheckVerdict()
    {
        if (Latest is not { } latest)
        {
            return;
        }

        // With a correction for many lines a verdict may be taken back.
        if (latest.Verdict == LatestVerdict.NoEvidence && latest.AdjustedPValue is not null)
        {
            return;
        }

        if (!latest.HasHistory)
        {
            LatestVerdict ofChange = latest.Basis == LatestBasis.None ? LatestVerdict.Unknown : Previous?.Change?.Verdict.OfPeriod() ?? LatestVerdict.Unknown;
            _ = latest.Verdict == ofChange ? ofChange : throw Fault("Latest.Verdict", $"must be {ofChange}, as the change says; got {latest.Verdict}");
            return;
        }

        if (latest is not { Lower: { } lower, Upper: { } upper } || Value is not { } value)
        {
            throw Fault("Latest.Lower", "must be stated with an upper limit and a value where the earlier periods judge");
        }

        // A figure at the end of its range may lie beyond limits that never reach it, and be as expected all the same.
        double slack = StatedFigures.Slack(value);
        bool isAbove = latest.Verdict is LatestVerdict.Higher or LatestVerdict.MovedUp || latest.Verdict == On(KpiDirection.HigherIsBetter);
        bool isBelow = latest.Verdict is LatestVerdict.Lower or LatestVerdict.MovedDown || latest.Verdict == On(KpiDirection.LowerIsBetter);
        bool agrees = isAbove ? value > upper - slack : isBelow ? value < lower + slack : latest.Verdict == LatestVerdict.AsExpected;
        _ = agrees ? agrees : throw Fault("Latest.Verdict", $"must be what {Shown(value)} is against {Shown(lower)} to {Shown(upper)}; got {latest.Verdict}");

        // What a figure on one side is called: better where that is the good one.
        LatestVerdict? On(KpiDirection good) => Definition.Direction == KpiDirection.Neutral ? null
            : Definition.Direction == good ? LatestVerdict.Better : LatestVerdict.Worse;
    }

    /// <summary>Whether the period lies before that of the line, and the change is the line's value minus that which it starts from.</summary>
    private void CheckCompared(string member, ScorecardComparison? compared)
    {
        if (Period is { } period && compared?.Period is { } earlier && earlier.Start >= period.Start)
        {
            throw Fault($"{member}.Period", $"must be before {period}; got {earlier}");
        }

        if (Value is { } value && compared?.Change is { } change && change.Unit == Definition.Unit && change.FaultFrom(value) is { } rule)
        {
            throw Fault($"{member}.Change.Difference", rule);
        }
    }

    /// <summary>Whether the figures before end with that of the line, and lie where those of the KPI do.</summary>
    private void CheckHistory()
    {
        if (History.Count == 0)
        {
            return;
        }

        ScorecardFigure last = History[^1];
        _ = last.Period == Period
            ? last
            : throw Fault(nameof(History), $"must end with the period of the line, {Period?.ToString() ?? "none"}; got {last.Period}");
        _ = IsNear(last.Value, Value) ? last : throw Fault(nameof(History), $"must end with the value of the line, {Shown(Value)}; got {Shown(last.Value)}");

        // Earlier records may have another scale, and a ratio may pass the range that can be meant: these units have one range for all figures.
        if (Evidence is null || KnownKpis.Of(Evidence) is null
            || Definition.Unit is not (KpiUnit.Share or KpiUnit.NetPoints or KpiUnit.Seconds or KpiUnit.Rate or KpiUnit.Count))
        {
            return;
        }

        KpiRange range = KpiRange.Of(Definition.Unit);
        foreach (ScorecardFigure figure in History)
        {
            _ = figure.Value is { } value && !range.ContainsRounded(value)
                ? throw Fault(nameof(History), $"must lie {range}, as {Definition.Name} does; got {Shown(value)} in {figure.Period}")
                : figure;
        }
    }

    /// <summary>Whether the target was judged by the figures of the line, and can be one of its KPI.</summary>
    private void CheckTarget()
    {
        if (Target is not { } judged)
        {
            return;
        }

        SameAsLine("Target.Value", judged.Value, Value);
        if (!judged.Target.IsCensus)
        {
            SameAsLine("Target.Lower", judged.Lower, Estimate?.Lower);
            SameAsLine("Target.Upper", judged.Upper, Estimate?.Upper);
        }

        // The day of the judgement is not before the end of the period.
        if (judged is { IsDue: false, Target.Deadline: { } deadline } && Period is { } period && period.End > deadline)
        {
            throw Fault("Target.IsDue", $"must be true, as {period} ends after the deadline; got false");
        }

        if (Evidence is null || KnownKpis.Of(Evidence)?.GoalRange(Evidence) is not { } range)
        {
            return;
        }

        InRange("Target.Target.Goal", judged.Target.Goal);
        InRange("Target.Target.Baseline", judged.Target.Baseline ?? judged.Target.Goal);

        void InRange(string member, double figure) => _ = range.ContainsRounded(figure)
            ? figure
            : throw Fault(member, $"must lie {range}, as {Definition.Name} does; got {Shown(figure)}");

        void SameAsLine(string member, double? stated, double? found) =>
            _ = IsNear(stated, found) ? stated : throw Fault(member, $"must be that of the line, {Shown(found)}; got {Shown(stated)}");
    }

    /// <summary>Whether what was left out is what the evidence left out.</summary>
    private void CheckLeftOut(KpiBasis found)
    {
        if (Basis is { } stated && !stated.LeftOut.ToHashSet().SetEquals(found.LeftOut))
        {
            throw Fault("Basis.LeftOut", $"must agree with the evidence, which gives {Counts(found)}; got {Counts(stated)}");
        }

        static string Counts(KpiBasis basis) => basis.LeftOut.Count == 0 ? "none" : basis.LeftOutByName();
    }

    private static void Same(string member, double? stated, double? found)
    {
        _ = IsNear(stated, found) ? stated : throw Fault(member, $"must agree with the evidence, which gives {Shown(found)}; got {Shown(stated)}");
    }

    private static bool IsNear(double? stated, double? found) => stated is { } one && found is { } other
        ? Math.Abs(one - other) <= StatedFigures.Slack(other)
        : stated is null && found is null;

    private static string Shown(double? figure) => figure?.ToString("R", CultureInfo.InvariantCulture) ?? "none";

    private static ArgumentException Fault(string member, string rule) => new($"{member} {rule}", member);
}
