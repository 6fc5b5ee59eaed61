using System.Text;

namespace CxKpi;

/// <summary>Writes a scorecard as comma-separated values.</summary>
internal static class ScorecardCsv
{
    internal static string Write(Scorecard card)
    {
        StringBuilder text = new();
        Csv.Row(
            text,
            "group", "label", "kpi", "rules", "period", "unit", "currency", "value", "lower", "upper", "confidence", "n", "observation", "rows", "clusters",
            "left_out", "flags", "method", "thin_sample",
            "previous_period", "previous_value", "change", "change_lower", "change_upper", "change_p", "change_verdict",
            "last_year_period", "last_year_value", "last_year_change", "last_year_lower", "last_year_upper", "last_year_p", "last_year_verdict",
            "trend", "trend_note",
            "target_form", "target_bound", "target_goal", "target_baseline", "target_limit_seconds", "target_deadline", "target_status", "target_attainment",
            "benchmark_source", "benchmark_band", "note", "change_flags", "last_year_flags",
            "verdict", "verdict_basis", "expected", "expected_lower", "expected_upper", "verdict_p", "verdict_adjusted_p", "marked_by_chance", "reason",
            "target_baseline_lower", "target_baseline_upper", "target_full_count");
        foreach (ScorecardLine line in card.Lines)
        {
            Row(text, line, card.Judged == 0 ? 0 : card.MarkedByChance / card.Judged);
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, ScorecardLine line, double byChance)
    {
        ScorecardVerdict? verdict = line.Judgement;
        Target? target = line.Target?.Target;
        (ScorecardComparison? before, ScorecardComparison? lastYear) = (line.Previous, line.LastYear);
        Csv.Row(
            text,
            line.Group, line.Label, line.Definition.Symbol, line.Basis?.RulesIn(Phrases.English, line.Definition), line.Period?.ToString(),
            line.Definition.Unit.ToString(), line.Currency,
            Csv.Number(line.Value), Csv.Number(line.Estimate?.Lower), Csv.Number(line.Estimate?.Upper), Csv.Number(line.Estimate?.Confidence),
            Csv.Count(line.N), line.Basis?.Observation.ToString(), line.Basis is { } basis ? Csv.Count(basis.Rows) : null,
            Csv.Count(line.Basis?.Clusters), line.Basis?.LeftOutByName(),
            Csv.Flags(line.Estimate?.Flags), line.Estimate?.Method.ToString(), line.IsThin ? "true" : "false",
            before?.Period?.ToString(), Csv.Number(before?.Value), Csv.Number(before?.Change?.Difference),
            Csv.Number(before?.Change?.Lower), Csv.Number(before?.Change?.Upper), Csv.Number(before?.Change?.PValue),
            before?.Change?.Verdict.ToString(),
            lastYear?.Period?.ToString(), Csv.Number(lastYear?.Value), Csv.Number(lastYear?.Change?.Difference),
            Csv.Number(lastYear?.Change?.Lower), Csv.Number(lastYear?.Change?.Upper), Csv.Number(lastYear?.Change?.PValue),
            lastYear?.Change?.Verdict.ToString(),
            line.Trend?.Verdict.ToString(), line.Trend?.Note,
            target?.Form.ToString(), target?.Bound.ToString(), Csv.Number(target?.Goal), Csv.Number(target?.Baseline),
            Csv.Number(target?.Limit?.TotalSeconds), target?.Deadline is { } day ? NodaTime.Text.LocalDatePattern.Iso.Format(day) : null,
            line.Target?.Status.ToString(), Csv.Number(line.Target?.Attainment),
            line.Benchmark?.Source, line.Band?.Name, line.Note, Csv.Flags(before?.Change?.Flags), Csv.Flags(lastYear?.Change?.Flags),
            verdict?.Verdict.ToString(), verdict?.Basis.ToString(), Csv.Number(verdict?.Expected), Csv.Number(verdict?.Lower), Csv.Number(verdict?.Upper),
            Csv.Number(verdict?.PValue), Csv.Number(verdict?.AdjustedPValue), Csv.Number(verdict is { IsJudged: true } ? byChance : null), verdict?.Reason,
            Csv.Number(target?.BaselineEstimate?.Lower), Csv.Number(target?.BaselineEstimate?.Upper),
            target is { IsCensus: var isFull } ? (isFull ? "true" : "false") : null);
    }
}
