using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Weighting;

public class SampleWeightsLaws
{
    private static readonly string[] First = ["a", "b", "c"], Second = ["x", "y"];

    /// <summary>Rows in every cell, so that any margins can be met.</summary>
    private static Gen<Case> Cases =>
        from rows in Gen.Choose(0, 5).Two().ListOf()
        from weights in Gen.Choose(100, 3000).ArrayOf(rows.Count + 6)
        from one in Gen.Choose(1, 50).ArrayOf(3)
        from two in Gen.Choose(1, 50)
        from three in Gen.Choose(1, 50)
        from scores in Gen.Choose(0, 10).ArrayOf(rows.Count + 6)
        select new Case(
            [.. First.SelectMany(a => Second.Select(_ => a)), .. rows.Select(row => First[row.Item1 % 3])],
            [.. First.SelectMany(_ => Second), .. rows.Select(row => Second[row.Item2 % 2])],
            [.. weights.Select(weight => weight / 1000m)],
            [.. one.Select(size => (decimal)size)],
            [two, three],
            scores);

    [Property]
    public Property RakedMarginsEqualTheirTargets() =>
        Law.ForAll(Cases, x =>
        {
            SampleWeights weights = x.Raked();
            return weights.Status == WeightingStatus.Met && x.Off(weights) < 1e-8;
        });

    [Property]
    public Property RakingIsThatOfTheSlowModel() =>
        Law.ForAll(Cases, x =>
        {
            double[] slow = SlowWeights.Rake(
                [x.A, x.B], [x.TargetsOf(First, x.One), x.TargetsOf(Second, x.TwoScaled)], [.. x.Weights.Select(weight => (double)weight)], 400);
            return Near([.. x.Raked().Values.Select(weight => (double)weight)], slow);
        });

    [Property]
    public Property TheOrderOfTheRowsDoesNotMatter() =>
        Law.ForAll(Cases, x =>
            Near(x.Raked().Values.Reverse(), x.Reversed.Raked().Values) && Near(x.Calibrated().Values.Reverse(), x.Reversed.Calibrated().Values));

    [Property]
    public Property TheOrderOfTheMarginsDoesNotMatter() =>
        Law.ForAll(Cases, x =>
        {
            SampleWeights other = SampleWeights.Rake([x.Margins[1], x.Margins[0]], x.Weights);
            return Near(x.Raked().Values, other.Values.Select(weight => weight * x.One.Sum() / x.Two.Sum()));
        });

    [Property]
    public Property TheScaleOfTheBaseWeightsDoesNotMatter() =>
        Law.ForAll(Cases, x => Near(x.Raked().Values, SampleWeights.Rake(x.Margins, x.Weights.Select(weight => 7 * weight)).Values)
            && Near(x.Calibrated().Values, SampleWeights.Calibrate(x.Margins, 0.05, 40, x.Weights.Select(weight => 7 * weight)).Values));

    [Property]
    public Property RakingWhatIsRakedChangesNothing() =>
        Law.ForAll(Cases, x => Near(x.Raked().Values, SampleWeights.Rake(x.Margins, x.Raked().Values).Values));

    [Property]
    public Property BaseWeightsThatAreAllTheSameChangeNothing() =>
        Law.ForAll(Cases, x => Near(SampleWeights.Rake(x.Margins).Values, SampleWeights.Rake(x.Margins, x.Weights.Select(_ => 2.5m)).Values));

    [Property]
    public Property OneCellIsScaling() =>
        Law.ForAll(Cases, x =>
        {
            PopulationMargin all = PopulationMargin.Of("all", x.A.Select(_ => 1), [KeyValuePair.Create(1, 1000m)]);
            decimal factor = 1000 / x.Weights.Sum();
            return Near(SampleWeights.PostStratify(all, x.Weights).Values, x.Weights.Select(weight => weight * factor));
        });

    [Property]
    public Property RakingOneMarginIsPostStratification() =>
        Law.ForAll(Cases, x => Near(SampleWeights.Rake([x.Margins[0]], x.Weights).Values, SampleWeights.PostStratify(x.Margins[0], x.Weights).Values));

    [Property]
    public Property AMarginThatTheSampleHasAlreadyOnlyScales() =>
        Law.ForAll(Cases, x =>
        {
            PopulationMargin own = PopulationMargin.Of(
                "own", x.A, First.Select(key => KeyValuePair.Create(key, x.A.Zip(x.Weights).Where(row => row.First == key).Sum(row => row.Second))));
            return Near(SampleWeights.PostStratify(own, x.Weights).Values, x.Weights);
        });

    [Property]
    public Property CalibratedFactorsLieWithinTheirLimitsAndMeetTheMargins() =>
        Law.ForAll(Cases.Zip(Gen.Elements((0.0, 3.0), (0.3, 2.0), (0.05, 40.0), (0.8, 1.3))), x =>
        {
            (Case sample, (double lowest, double highest)) = (x.Item1, x.Item2);
            SampleWeights weights = SampleWeights.Calibrate(sample.Margins, lowest, highest, sample.Weights);
            double scale = (double)(sample.One.Sum() / sample.Weights.Sum());
            return weights.Status == WeightingStatus.Infeasible
                ? !weights.HasWeights
                : sample.Off(weights) < 1e-8 && weights.Values.Zip(sample.Weights).All(row =>
                    (double)(row.First / row.Second) / scale is var factor && factor >= lowest - 1e-9 && factor <= highest + 1e-9);
        });

    // Limits that raking keeps by itself can be kept, whatever the method.
    [Property]
    public Property LimitsThatRakingKeepsAreFeasible() =>
        Law.ForAll(Cases, x =>
        {
            double scale = (double)(x.One.Sum() / x.Weights.Sum());
            double[] factors = [.. x.Raked().Values.Zip(x.Weights, (raked, weight) => (double)(raked / weight) / scale)];
            double lowest = Math.Min(0.99, 0.9 * factors.Min()), highest = Math.Max(1.01, 1.1 * factors.Max());
            return SampleWeights.Calibrate(x.Margins, lowest, highest, x.Weights).Status == WeightingStatus.Met;
        });

    [Property]
    public Property TrimmedWeightsKeepLimitsAndTotal() =>
        Law.ForAll(Cases.Zip(Gen.Elements((0.1m, 1.6m), (0.5m, 2m), (0m, 1m), (1.2m, 3m))), x =>
        {
            (decimal[] weights, (decimal lowest, decimal highest)) = (x.Item1.Weights, x.Item2);
            SampleWeights trimmed = SampleWeights.Trim(weights, lowest, highest);
            decimal total = weights.Sum();
            return trimmed.HasWeights
                ? trimmed.Values.All(weight => weight >= lowest - 1e-9m && weight <= highest + 1e-9m) && Math.Abs(trimmed.Values.Sum() - total) < 1e-8m
                : total < lowest * weights.Length || total > highest * weights.Length;
        });

    [Property]
    public Property TrimmingThatLimitsNothingChangesNothing() => Law.ForAll(Cases, x => Near(SampleWeights.Trim(x.Weights, 0, 10).Values, x.Weights));

    [Property]
    public Property TheEffectiveSampleIsNotLargerThanTheSample() =>
        Law.ForAll(Cases, x => x.Raked() is var raked && raked.KishEffectiveN <= x.A.Length + 1e-9 && raked.DesignEffect >= 1 - 1e-12
            && SampleWeights.Trim(x.Weights.Select(_ => 2m), 0, 3).KishEffectiveN == x.A.Length);

    // Without margins that explain anything, the weights are as good as given.
    [Property]
    public Property OneCellGivesTheErrorOfGivenWeights() =>
        Law.ForAll(Cases, x =>
        {
            PopulationMargin all = PopulationMargin.Of("all", x.A.Select(_ => 1), [KeyValuePair.Create(1, 1000m)]);
            SampleWeights weights = SampleWeights.PostStratify(all, x.Weights);
            Estimate fitted = weights.Estimate(x.Records)!.Value;
            WeightedTally given = weights.Weigh(x.Records).Weights;
            return Math.Abs(fitted.StandardError!.Value / 100 - given.StandardError!.Value) < 1e-9;
        });

    [Property]
    public Property TheEstimateHasTheValueOfTheWeightedRecordAndLimitsInRange() =>
        Law.ForAll(Cases, x => x.Raked() is var weights && weights.Estimate(x.Records) is { } estimate
            && estimate.Value == weights.Weigh(x.Records).Value && estimate.Lower <= estimate.Value + 1e-9 && estimate.Upper >= estimate.Value - 1e-9
            && estimate is { Lower: >= -100, Upper: <= 100 });

    private static bool Near(IEnumerable<decimal> a, IEnumerable<decimal> b) => Near([.. a.Select(x => (double)x)], [.. b.Select(x => (double)x)]);

    private static bool Near(double[] a, double[] b) =>
        a.Length == b.Length && a.Zip(b).All(x => Math.Abs(x.First - x.Second) <= 1e-7 * (1e-3 + Math.Abs(x.First)));

    internal sealed record Case(string[] A, string[] B, decimal[] Weights, decimal[] One, decimal[] Two, int[] Scores)
    {
        internal PopulationMargin[] Margins => [Margin("one", A, First, One), Margin("other", B, Second, Two)];

        internal decimal[] TwoScaled => [.. Two.Select(size => size * One.Sum() / Two.Sum())];

        internal IEnumerable<Nps> Records => Scores.Select(score => Nps.FromAnswer((int?)score));

        internal Case Reversed => this with { A = [.. A.Reverse()], B = [.. B.Reverse()], Weights = [.. Weights.Reverse()], Scores = [.. Scores.Reverse()] };

        internal SampleWeights Raked() => SampleWeights.Rake(Margins, Weights);

        internal SampleWeights Calibrated() => SampleWeights.Calibrate(Margins, 0.05, 40, Weights);

        internal Dictionary<string, decimal> TargetsOf(string[] keys, decimal[] sizes) => keys.Zip(sizes).ToDictionary(x => x.First, x => x.Second);

        /// <summary>How far the weighted sample is from the population.</summary>
        internal double Off(SampleWeights weights) => Off(weights, A, First, One) + Off(weights, B, Second, TwoScaled);

        private static double Off(SampleWeights weights, string[] rows, string[] keys, decimal[] sizes) => keys.Zip(sizes).Max(category =>
            Math.Abs((double)(rows.Zip(weights.Values).Where(row => row.First == category.First).Sum(row => row.Second) / category.Second) - 1));

        private static PopulationMargin Margin(string name, string[] rows, string[] keys, decimal[] sizes) =>
            PopulationMargin.Of(name, rows, keys.Zip(sizes, KeyValuePair.Create));
    }
}
