using System.Globalization;
using CxKpi.Trends;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.RootFinding;

namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>How often the line of a report calls its latest period better or worse: falsely when nothing happened, and rightly after a change.</summary>
/// <remarks>
/// Lines of shares, net scores, means of ratings and money, with a spread between periods that may remember, with and without a season, over months and weeks.
/// The period judged is the last one. Where nothing happened the false alarms are counted; where the last period was moved by four sampling errors, the words.
/// </remarks>
internal static class LineVerdicts
{
    public const string Name = "verdict of a line", PowerName = "power of a line, 4 errors off";

    private const double Scatter = 1.1;

    private static readonly int[] Months = [9, 18, 24, 36, 60];
    private static readonly int[] Weeks = [20, 52, 79, 156];

    /// <summary>The kinds of lines; sizes are answers a period.</summary>
    private static readonly (string Kind, int Size)[] Kinds =
        [("share", 50), ("share", 200), ("share", 2000), ("net", 100), ("mean", 100), ("money", 100)];

    private static readonly (double Spread, double Phi)[] Noises = [(0, 0), (0.1, 0.3), (0.1, 0.6), (0.2, 0.3), (0.2, 0.6)];

    public static IEnumerable<Cell> Cells(bool quick)
    {
        foreach ((string kind, int size) in Kinds)
        {
            foreach ((CalendarUnit unit, int length) in Months.Select(n => (CalendarUnit.Month, n)).Concat(Weeks.Select(n => (CalendarUnit.Week, n))))
            {
                foreach (double season in (double[])[0, 0.3])
                {
                    foreach ((double spread, double phi) in Noises)
                    {
                        // The quick record tries a typical line only.
                        if (!quick || (season > 0 && spread == 0.1 && phi == 0.3 && size is 100 or 200))
                        {
                            yield return Simulate(kind, size, unit, length, season, spread, phi, change: 0, quick);
                        }
                    }
                }
            }

        }
    }

    /// <summary>Three years of months around a season, whose last month lies four sampling errors higher or lower.</summary>
    public static IEnumerable<Cell> Power(bool quick) =>
        from kind in Kinds
        select Simulate(kind.Kind, kind.Size, CalendarUnit.Month, 36, season: 0.3, spread: 0, phi: 0, change: 4, quick);

    private static Cell Simulate(string kind, int size, CalendarUnit unit, int length, double season, double spread, double phi, double change, bool quick) =>
        Cell.Of(
            change == 0 ? Name : PowerName,
            string.Create(CultureInfo.InvariantCulture, $"{kind} {size}"),
            length,
            string.Create(CultureInfo.InvariantCulture, $"{(unit == CalendarUnit.Month ? "months" : "weeks")}, season {season:0.#}, {spread:0.#}/{phi:0.#}"),
            Simulated.Of(quick ? 100 : 1000, i =>
            {
                ulong seed = unchecked((ulong)i * 1_000_003 + (ulong)length * 7919 + (ulong)size * 104_729 + (ulong)(season * 10) * 31
                    + (ulong)(spread * 100) * 331 + (ulong)(phi * 10) * 3331 + (ulong)unit * 33_331 + (ulong)kind[0] * 333_331);
                return Told(Verdict(new(seed), kind, size, unit, length, season, spread, phi, i % 2 == 0 ? change : -change));
            }),
            change == 0 ? (phi <= 0.3 ? 0.07 : 0.10) : 0.8) with
        { IsPower = change != 0 };

    private static Answer Told(LatestVerdict verdict) => verdict switch
    {
        LatestVerdict.Better or LatestVerdict.Worse or LatestVerdict.Higher or LatestVerdict.Lower => Answer.Alarm,
        LatestVerdict.Unknown or LatestVerdict.NoEvidence => Answer.Refused,
        _ => Answer.Calm,
    };

    private static LatestVerdict Verdict(
        RepeatableRandom random, string kind, int size, CalendarUnit unit, int length, double season, double spread, double phi, double change)
    {
        CalendarPeriod first = CalendarPeriod.Containing(unit, new(2015, 1, 7));
        double cycle = unit == CalendarUnit.Month ? 12 : 52.18, noise = random.NextNormal(), keep = Math.Sqrt(1 - phi * phi);
        double[] levels = new double[length];
        for (int t = 0; t < length; t++)
        {
            noise = t == 0 ? noise : phi * noise + keep * random.NextNormal();
            levels[t] = season * Math.Sin(2 * Math.PI * t / cycle) + spread * noise;
        }

        return kind switch
        {
            "share" => Judge(t => Share(ref random, size, levels[t], Errors(t))),
            "net" => Judge(t => Net(ref random, size, levels[t], Errors(t))),
            "mean" => Judge(t => Rating(ref random, size, levels[t], Errors(t))),
            _ => Judge(t => Money(ref random, size, levels[t], Errors(t))),
        };

        double Errors(int t) => t == length - 1 ? change : 0;

        LatestVerdict Judge<TKpi>(Func<int, TKpi> record)
            where TKpi : struct, IKpi<TKpi> =>
            KpiSeries.From(unit, [.. Enumerable.Range(0, length).Select(t => (first.Plus(t), record(t)))]).Latest().Verdict;
    }

    private static FirstContactResolution Share(ref RepeatableRandom random, int size, double level, double errors)
    {
        double share = ShareScale.Share(0.85 + level);
        share += errors * Math.Sqrt(share * (1 - share) / size);
        int hits = 0;
        for (int i = 0; i < size; i++)
        {
            hits += random.NextUnit() < share ? 1 : 0;
        }

        return new(hits, size);
    }

    private static Nps Net(ref RepeatableRandom random, int size, double level, double errors)
    {
        // Half are promoters, and half of the others detractors.
        double promoters = ShareScale.Share(level), net = 1.5 * promoters - 0.5;
        promoters += errors * Math.Sqrt(((1 + promoters) / 2 - net * net) / size) / 1.5;
        int up = 0, down = 0;
        for (int i = 0; i < size; i++)
        {
            double at = random.NextUnit();
            up += at < promoters ? 1 : 0;
            down += at >= (1 + promoters) / 2 ? 1 : 0;
        }

        return new(up, size - up - down, down);
    }

    // What is felt is normal with a scatter of 1.1; what is ticked is the nearest answer from 1 to 5.
    private static MeanRating Rating(ref RepeatableRandom random, int size, double level, double errors)
    {
        double felt = 3 + level;
        if (errors != 0)
        {
            double mean = MeanTicked(felt) + errors * Math.Sqrt(VarianceTicked(felt) / size);
            felt = Brent.FindRoot(x => MeanTicked(x) - mean, -10, 16);
        }

        int[] answers = new int[size];
        for (int i = 0; i < size; i++)
        {
            answers[i] = (int)Math.Clamp(Math.Round(felt + Scatter * random.NextNormal()), 1, 5);
        }

        return MeanRating.FromAnswers(answers, RatingScale.OneToFive);
    }

    private static double MeanTicked(double felt) => 1 + Enumerable.Range(1, 4).Sum(answer => Above(answer, felt));

    private static double VarianceTicked(double felt) =>
        1 + Enumerable.Range(1, 4).Sum(answer => (2 * answer + 1) * Above(answer, felt)) - Math.Pow(MeanTicked(felt), 2);

    private static double Above(int answer, double felt) => Normal.CDF(answer + 0.5, Scatter, felt);

    private static AverageOrderValue Money(ref RepeatableRandom random, int size, double level, double errors)
    {
        // Log-normal with σ = 0.5, whose coefficient of variation is 0.533.
        decimal[] orders = new decimal[size];
        double middle = 60 * Math.Exp(level) * (1 + errors * 0.533 / Math.Sqrt(size));
        for (int i = 0; i < size; i++)
        {
            orders[i] = Math.Round((decimal)(middle * Math.Exp(0.5 * random.NextNormal())), 2);
        }

        return AverageOrderValue.FromOrders(orders, "EUR");
    }
}
