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
        CheckDifference(nameof(Previous), Previous);
        CheckDifference(nameof(LastYear), LastYear);
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

    /// <summary>Whether the change is the line's value minus that which it starts from.</summary>
    private void CheckDifference(string member, ScorecardComparison? compared)
    {
        if (Value is { } value && compared?.Change is { Baseline: { } baseline } change && change.Unit == Definition.Unit
            && Math.Abs(change.Difference - (value - baseline)) > StatedFigures.Slack(Math.Abs(value) + Math.Abs(baseline)))
        {
            throw Fault($"{member}.Change.Difference", $"must be {Shown(value)} less {Shown(baseline)}; got {Shown(change.Difference)}");
        }
    }

    private static void Same(string member, double? stated, double? found)
    {
        bool isSame = stated is { } one && found is { } other
            ? Math.Abs(one - other) <= StatedFigures.Slack(other)
            : stated is null && found is null;
        _ = isSame ? stated : throw Fault(member, $"must agree with the evidence, which gives {Shown(found)}; got {Shown(stated)}");
    }

    private static string Shown(double? figure) => figure?.ToString("R", CultureInfo.InvariantCulture) ?? "none";

    private static ArgumentException Fault(string member, string rule) => new($"{member} {rule}", member);
}
