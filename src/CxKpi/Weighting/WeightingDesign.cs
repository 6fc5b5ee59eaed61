namespace CxKpi.Practices;

/// <summary>What weights were made from: the margins, the base weights, and whether the rows were drawn from strata of known size.</summary>
internal sealed record WeightingDesign(IReadOnlyList<PopulationMargin> Margins, double[] BaseWeights, bool IsStratified = false)
{
    /// <summary>Checks the margins and the base weights of as many rows.</summary>
    internal static WeightingDesign Of(IEnumerable<PopulationMargin> margins, IEnumerable<decimal>? baseWeights)
    {
        PopulationMargin[] known = [.. Guard.NotNull(margins).Select(margin => Guard.NotNull(margin, nameof(margins)))];
        if (known.Length == 0)
        {
            throw Guard.Outside(nameof(margins), "must have a margin", "none");
        }

        foreach (PopulationMargin other in known)
        {
            if (other.Rows != known[0].Rows)
            {
                throw Guard.Outside(
                    nameof(margins),
                    FormattableString.Invariant($"must be of the same rows: {known[0].Name} has {known[0].Rows}, {other.Name} another number"),
                    other.Rows);
            }
        }

        return new(known, WeightsOf(baseWeights, known[0].Rows, nameof(baseWeights)));
    }

    /// <summary>Whether margins state other totals than the first.</summary>
    internal bool HasOtherTotals => Margins.Any(margin => Math.Abs(margin.Population / Margins[0].Population - 1) > 1e-6);

    /// <summary>The categories of all margins that a condition holds for, each with the name of its margin.</summary>
    internal string[] Named(Func<PopulationMargin, IEnumerable<MarginCategory>> categories) =>
        [.. Margins.SelectMany(margin => categories(margin).Select(category => $"{margin.Name} {category.Name}"))];

    internal static double[] WeightsOf(IEnumerable<decimal>? weights, int rows, string name)
    {
        if (weights is null)
        {
            return [.. Enumerable.Repeat(1.0, rows)];
        }

        double[] known = [.. weights.Select((weight, i) =>
            weight > 0 ? (double)weight : throw Guard.OutsideAt(i, name, "must be greater than zero", weight, advice: "leave out rows that stand for nobody"))];
        return known.Length == rows
            ? known
            : throw Guard.Outside(name, FormattableString.Invariant($"must have one weight for each of {rows} rows"), known.Length);
    }
}
