using CxKpi.Practices;
using NodaTime;

namespace CxKpi.Benchmarks.Coverage;

/// <summary>Confidence sequences of a level that never changes: whether any of the looks of 100 days excludes it.</summary>
internal static class Sequences
{
    private const int Days = 100;

    private static readonly int[] PerDay = [10, 100];

    public static IEnumerable<Cell> All(int samples)
    {
        foreach (double share in (double[])[0.5, 0.7, 0.9, 0.95, 0.97, 0.99])
        {
            foreach (Cell cell in Over(FormattableString.Invariant($"share of {share}"), samples, share, (ref random, size) => Share(ref random, size, share)))
            {
                yield return cell;
            }
        }

        yield return Simulation.Of("share of 0.7, the ordinary interval", Days * PerDay[0], samples, (ref random, size) =>
        {
            Csat soFar = default;
            (bool isBelow, bool isAbove) = (false, false);
            for (int day = 0; day < Days; day++)
            {
                soFar = soFar.Combine(Share(ref random, size / Days, 0.7));
                Estimate look = soFar.Estimate()!.Value;
                (isBelow, isAbove) = (isBelow || look.Lower > 0.7, isAbove || look.Upper < 0.7);
            }

            return new(isBelow, isAbove, false, isBelow || isAbove);
        }) with
        { IsComparison = true };

        foreach (Cell cell in Over("net score, 50 % promoters, 20 % detractors", samples, 30, (ref random, size) => Net(ref random, size, 0.5, 0.2))
            .Concat(Over("net score, 90 % promoters, 2 % detractors", samples, 88, (ref random, size) => Net(ref random, size, 0.9, 0.02)))
            .Concat(Over("rating 1–5, 95 % fives", samples, 4.89, Rating))
            .Concat(Over("order value, lognormal 0.8", samples, 1000 * Math.Exp(0.32), Order))
            .Concat(Over("share of 0.95, weights vary by 0.8", samples, 0.95, Weighed).Take(1)))
        {
            yield return cell;
        }
    }

    private delegate TKpi Day<TKpi>(ref RepeatableRandom random, int size);

    private static IEnumerable<Cell> Over<TKpi>(string name, int samples, double truth, Day<TKpi> draw)
        where TKpi : struct, IKpi<TKpi> => PerDay.Select(size => Simulation.Of(name, Days * size, samples, (ref random, n) =>
        {
            TKpi[] days = new TKpi[Days];
            for (int day = 0; day < Days; day++)
            {
                days[day] = draw(ref random, n / Days);
            }

            ConfidenceSequence looks = Enumerable.Range(0, Days)
                .TallyBy(CalendarUnit.Day, day => new LocalDate(2025, 1, 1).PlusDays(day), day => days[day])
                .ConfidenceSequence(n, truth);
            return new(
                looks.Points.Any(look => truth < look.Lower),
                looks.Points.Any(look => truth > look.Upper),
                false,
                looks.FirstExcluded is not null);
        }));

    private static Csat Share(ref RepeatableRandom random, int size, double share)
    {
        long hits = 0;
        for (int i = 0; i < size; i++)
        {
            hits += random.NextUnit() < share ? 1 : 0;
        }

        return new(hits, size, TopBox.TwoOfFive);
    }

    private static Nps Net(ref RepeatableRandom random, int size, double promoters, double detractors)
    {
        long[] counts = Counts(ref random, size, [promoters, 1 - promoters - detractors, detractors]);
        return new(counts[0], counts[1], counts[2]);
    }

    private static MeanRating Rating(ref RepeatableRandom random, int size) =>
        MeanRating.FromTally(new(RatingScale.OneToFive, Counts(ref random, size, [0.01, 0.01, 0.01, 0.02, 0.95])));

    private static AverageOrderValue Order(ref RepeatableRandom random, int size)
    {
        RatioTally orders = default;
        for (int i = 0; i < size; i++)
        {
            orders = orders.Combine(RatioTally.Row(Math.Round((decimal)(1000 * Math.Exp(0.8 * random.NextNormal())), 2), 1));
        }

        return new(orders);
    }

    private static Weighted<Csat> Weighed(ref RepeatableRandom random, int size) =>
        WeightedAnswers.Drawn(ref random, size, 0.7, [0.95, 0.05], answer => new Csat(answer == 0 ? 1 : 0, 1, TopBox.TwoOfFive));

    private static long[] Counts(ref RepeatableRandom random, int size, ReadOnlySpan<double> chances)
    {
        long[] counts = new long[chances.Length];
        for (int i = 0; i < size; i++)
        {
            counts[Simulation.Pick(ref random, chances)]++;
        }

        return counts;
    }
}
