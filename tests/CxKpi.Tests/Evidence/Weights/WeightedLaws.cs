using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CxKpi.Tests.Evidence.Weights;

/// <summary>The laws of weighted records, beside those of every record.</summary>
public abstract class WeightedLaws<TKpi> : KpiLaws<Weighted<TKpi>>
    where TKpi : struct, IKpi<TKpi>
{
    private static readonly Gen<decimal> Weight = Gen.Choose(0, 5000).Select(x => x / 1000m);

    /// <summary>The record of one observation, now and then of one that is in no base.</summary>
    protected abstract Gen<TKpi> Observation { get; }

    protected override Gen<Weighted<TKpi>> Any => Gen.OneOf(
        Rows.Select(Weighted.FromObservations),
        Observation.ListOf().Select(x => Weighted.FromObservations(x.Select(y => (y, 0.5m)))));

    private Gen<List<(TKpi Observation, decimal Weight)>> Rows => Observation.Zip(Weight).ListOf().Select(x => x.Select(y => (y.Item1, y.Item2)).ToList());

    [Property]
    public Property WeightsThatAreAllTheSameChangeNothing() =>
        Law.ForAll(Observation.ListOf().Two().Zip(Gen.Elements(1m, 0.25m, 1.7m, 800m)).Zip(Some.Confidence), x =>
        {
            (decimal weight, double confidence) = (x.Item1.Item2, x.Item2);
            TKpi plain = x.Item1.Item1.Item1.Tally(y => y), other = x.Item1.Item1.Item2.Tally(y => y);
            Weighted<TKpi> weighted = x.Item1.Item1.Item1.Tally(y => y, weight: _ => weight), baseline = x.Item1.Item1.Item2.Tally(y => y, weight: _ => weight);
            return weighted.Total.Equals(plain)
                && weighted.Value == plain.Value
                && Equals(weighted.Estimate(confidence), plain.Estimate(confidence))
                && Equals(weighted.ChangeFrom(baseline, confidence), plain.ChangeFrom(other, confidence));
        });

    [Property]
    public Property TheOrderOfTheRowsDoesNotMatter() =>
        Law.ForAll(Rows, x => Weighted.FromObservations(x) == Weighted.FromObservations(x.AsEnumerable().Reverse())
            && Weighted.FromObservations(x) == Weighted.FromObservations(x.OrderBy(y => y.Weight)));

    [Property]
    public Property TheWayInWhichRowsAreSplitUpDoesNotMatter() =>
        Law.ForAll(Rows.Two(), x =>
            Weighted.FromObservations(x.Item1).Combine(Weighted.FromObservations(x.Item2)) == Weighted.FromObservations([.. x.Item1, .. x.Item2]));

    [Property]
    public Property TheScaleOfTheWeightsDoesNotMatter() =>
        Law.ForAll(Rows.Zip(Gen.Elements(0.5m, 8m, 1000m)), x =>
        {
            Weighted<TKpi> own = Weighted.FromObservations(x.Item1);
            Weighted<TKpi> scaled = Weighted.FromObservations(x.Item1.Select(y => (y.Observation, y.Weight * x.Item2)));
            return Near(own.Value, scaled.Value)
                && Near(own.Estimate()?.Lower, scaled.Estimate()?.Lower)
                && Near(own.Estimate()?.Upper, scaled.Estimate()?.Upper);
        });

    [Property]
    public Property ObservationsWithoutAWeightAreLeftOut() =>
        Law.ForAll(Rows, x => Weighted.FromObservations(x) == Weighted.FromObservations(x.Where(y => y.Weight > 0)));

    // The value is the mean of the observations' values, each as often as its weight says.
    [Property]
    public Property TheValueIsTheWeightedMeanOfTheObservations() =>
        Law.ForAll(Rows, x =>
        {
            List<(double Value, double Weight)> known = [.. from row in x where row.Observation.Value is not null && row.Weight > 0
                                                            select (row.Observation.Value!.Value, (double)row.Weight)];
            double? mean = known.Count == 0 ? null : known.Sum(y => y.Value * y.Weight) / known.Sum(y => y.Weight);
            return Near(Weighted.FromObservations(x).Value, mean) && Weighted.FromObservations(x).N == known.Count;
        });

    [Property]
    public Property TheStandardErrorSumsWeightedResiduals() =>
        Law.ForAll(Rows, x =>
        {
            Weighted<TKpi> record = Weighted.FromObservations(x);
            if (record.Weights.IsEven || record.Estimate() is not { StandardError: { } error })
            {
                return true;
            }

            List<(double Value, double Weight)> known = [.. from row in x where row.Observation.Value is not null && row.Weight > 0
                                                            select (row.Observation.Value!.Value, (double)row.Weight)];
            double n = known.Count, whole = known.Sum(y => y.Weight), mean = record.Value!.Value;
            double found = Math.Sqrt(n / (n - 1) * known.Sum(y => Math.Pow(y.Weight * (y.Value - mean) / whole, 2)));
            return Math.Abs(error - found) <= 1e-6 * (1 + found);
        });

    [Property]
    public Property TheEffectiveSampleIsNotLargerThanTheSampleOfCodes() =>
        Law.ForAll(Rows, x => TKpi.Definition.Unit is not (KpiUnit.Share or KpiUnit.NetPoints)
            || Weighted.FromObservations(x) is var record && (record.Estimate()?.EffectiveN is not { } size || size <= record.N + 1e-9));

    [Property]
    public Property EveryTallyVerbGivesTheSame() =>
        Law.ForAll(Rows, x =>
        {
            Weighted<TKpi> tallied = x.Tally(row => row.Observation, weight: row => row.Weight);
            Weighted<TKpi> series = x.TallyBy(CalendarUnit.Year, _ => new LocalDate(2025, 1, 1), row => row.Observation, weight: row => row.Weight).Total;
            Weighted<TKpi> segments = x.TallyBy(_ => 1, row => row.Observation, weight: row => row.Weight).Total;
            return tallied == Weighted.FromObservations(x) && tallied == series && tallied == segments;
        });

    private static bool Near(double? a, double? b) => a is null ? b is null : b is not null && Math.Abs(a.Value - b.Value) <= 1e-8 * (1 + Math.Abs(a.Value));
}

public class WeightedShareLaws : WeightedLaws<Csat>
{
    protected override Gen<Csat> Observation => Gen.Choose(0, 5).Select(x => Csat.FromAnswer(x == 0 ? (int?)null : x, TopBox.TwoOfFive));
}

public class WeightedCountLaws : WeightedLaws<AnswerRate>
{
    protected override Gen<AnswerRate> Observation => Gen.Choose(0, 1).Select(x => new AnswerRate(x, 1));
}

public class WeightedNetScoreLaws : WeightedLaws<Nps>
{
    protected override Gen<Nps> Observation => Gen.Choose(-1, 10).Select(x => Nps.FromAnswer(x < 0 ? (int?)null : x));
}

public class WeightedIndexLaws : WeightedLaws<Nsat>
{
    protected override Gen<Nsat> Observation =>
        Gen.Choose(1, 4).Select(x => Nsat.FromAnswer((int?)x));
}

public class WeightedMeanLaws : WeightedLaws<MeanRating>
{
    protected override Gen<MeanRating> Observation => Gen.Choose(1, 5).Select(x => MeanRating.FromAnswer((int?)x, RatingScale.OneToFive));
}

public class WeightedAmountLaws : WeightedLaws<AverageOrderValue>
{
    protected override Gen<AverageOrderValue> Observation => Some.PositiveMoney.Select(x => AverageOrderValue.FromOrders([x], "EUR"));
}

public class WeightedTimeLaws : WeightedLaws<AverageSpeedOfAnswer>
{
    protected override Gen<AverageSpeedOfAnswer> Observation => Some.Duration.Select(x => new AverageSpeedOfAnswer(DurationTally.FromDurations([x])));
}
