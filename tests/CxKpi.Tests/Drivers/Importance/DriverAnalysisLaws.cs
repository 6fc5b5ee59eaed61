using CxKpi.Practices;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Drivers;

public class DriverAnalysisLaws
{
    private static readonly DriverMethod[] Methods = Enum.GetValues<DriverMethod>();

    /// <summary>Figures with something in common, and an outcome that some of them drive.</summary>
    private static Gen<(double[][] Drivers, double[] Outcome)> Cases { get; } =
        from count in Gen.Choose(1, 6)
        from rows in Gen.Choose(count + 4, 40)
        from common in Generators.Real(0, 2)
        from seed in Gen.Choose(1, 1_000_000)
        select Drawn(count, rows, common, (ulong)seed);

    [Property]
    public Property ImportancesAddUpToWhatIsExplained() => Law.ForAll(Cases, given => Assert.All(Methods, method =>
    {
        DriverAnalysis found = Of(given, method);
        Assert.All(found.Drivers, driver => Assert.True(driver.Importance >= 0));
        Assert.Equal(found.RSquared!.Value, found.Drivers.Sum(driver => driver.Importance), 1e-9);
        Assert.Equal(1, found.Drivers.Sum(driver => driver.Share!.Value), 1e-9);
    }));

    [Property(MaxTest = 60 * Law.Rounds)]
    public Property ShapleyValuesAreThoseOfEverySubsetFittedAnew() => Law.ForAll(Cases, given =>
    {
        int count = given.Drivers.Length;
        double[] explained = [.. Enumerable.Range(0, 1 << count).Select(subset => Explained(given, subset))];
        double[] expected = new double[count];
        foreach (int[] order in Orders([.. Enumerable.Range(0, count)]))
        {
            int before = 0;
            foreach (int driver in order)
            {
                expected[driver] += (explained[before | (1 << driver)] - explained[before]) / Enumerable.Range(1, count).Aggregate(1.0, (a, b) => a * b);
                before |= 1 << driver;
            }
        }

        Assert.Equal(expected, Of(given, DriverMethod.Shapley).Drivers.Select(driver => driver.Importance), (a, b) => Math.Abs(a - b) < 1e-9);
    });

    [Property]
    public Property TheOrderOfTheDriversChangesNothing() => Law.ForAll(Cases, given => Assert.All(Methods, method => Assert.Equal(
        Of(given, method).Drivers.Reverse().Select(driver => driver.Importance),
        Of(([.. given.Drivers.Reverse()], given.Outcome), method).Drivers.Select(driver => driver.Importance),
        (a, b) => Math.Abs(a - b) < 1e-9)));

    [Property]
    public Property UnitsOfTheFiguresChangeNothing() => Law.ForAll(Cases, given => Assert.All(Methods, method => Assert.Equal(
        Of(given, method).Drivers.Select(driver => driver.Importance),
        Of(([.. given.Drivers.Select((column, j) => column.Select(x => 1000 - 3 * (j + 1) * x).ToArray())], given.Outcome), method)
            .Drivers.Select(driver => driver.Importance),
        (a, b) => Math.Abs(a - b) < 1e-9)));

    [Property]
    public Property TwoDriversAreDividedAlikeByBothMethods() => Law.ForAll(Cases, given =>
    {
        if (given.Drivers.Length >= 2)
        {
            (double[][], double[] Outcome) two = (given.Drivers[..2], given.Outcome);
            Assert.Equal(
                Of(two, DriverMethod.Shapley).Drivers.Select(driver => driver.Importance),
                Of(two, DriverMethod.RelativeWeights).Drivers.Select(driver => driver.Importance),
                (a, b) => Math.Abs(a - b) < 1e-9);
        }
    });

    [Property]
    public Property UncorrelatedDriversAreWorthTheirSquaredCorrelation() => Law.ForAll(
        Generators.Real(-0.4, 0.4).ArrayOf(5),
        r => Assert.All(Methods, method =>
        {
            double[][] matrix = [[1, .. r], .. r.Select((own, j) => (double[])[own, .. r.Select((_, i) => i == j ? 1.0 : 0)])];
            DriverAnalysis found = DriverAnalysis.OfCorrelations(["a", "b", "c", "d", "e"], matrix, method: method);
            Assert.Equal(r.Select(x => x * x), found.Drivers.Select(driver => driver.Importance), (a, b) => Math.Abs(a - b) < 1e-12);
        }));

    [Property]
    public Property TheLastAndTheFirstBoundNothingButAreThoseOfTheRegressions() => Law.ForAll(Cases, given =>
    {
        DriverAnalysis found = Of(given, DriverMethod.Shapley);
        int all = (1 << given.Drivers.Length) - 1;
        Assert.All(found.Drivers.Select((driver, j) => (driver, j)), pair =>
        {
            Assert.Equal(Explained(given, 1 << pair.j), pair.driver.First, 1e-9);
            Assert.Equal(Explained(given, all) - Explained(given, all & ~(1 << pair.j)), pair.driver.Last, 1e-8);
        });
        Assert.Equal(found.RSquared!.Value, found.Drivers.Sum(driver => driver.Pratt), 1e-9);
    });

    private static (double[][] Drivers, double[] Outcome) Drawn(int count, int rows, double common, ulong seed)
    {
        RepeatableRandom random = new(seed);
        double[] shared = Noise(ref random, rows);
        double[][] drivers = new double[count][];
        double[] outcome = Noise(ref random, rows);
        for (int j = 0; j < count; j++)
        {
            double[] own = Noise(ref random, rows);
            drivers[j] = [.. own.Zip(shared, (x, mood) => x + common * mood)];
            outcome = [.. outcome.Zip(drivers[j], (y, x) => y + (j - 1) * x)];
        }

        return (drivers, outcome);
    }

    private static double[] Noise(ref RepeatableRandom random, int rows)
    {
        double[] noise = new double[rows];
        for (int i = 0; i < rows; i++)
        {
            noise[i] = random.NextNormal();
        }

        return noise;
    }

    private static DriverAnalysis Of((double[][] Drivers, double[] Outcome) given, DriverMethod method) => DriverAnalysis.OfColumns(
        given.Outcome,
        given.Drivers.Select((column, j) => ($"x{j}", (IReadOnlyList<double>)column)),
        new() { Method = method, Resamples = 0 });

    /// <summary>R² of one subset, fitted to the rows themselves.</summary>
    private static double Explained((double[][] Drivers, double[] Outcome) given, int subset)
    {
        double[] ones = [.. given.Outcome.Select(_ => 1.0)];
        double[][] design = [ones, .. given.Drivers.Where((_, j) => (subset & (1 << j)) != 0)];
        double whole = OrthogonalBasis.TryCreate([ones], given.Outcome, out _)!.SumOfSquares;
        return 1 - OrthogonalBasis.TryCreate(design, given.Outcome, out _)!.SumOfSquares / whole;
    }

    private static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((item, i) => Orders([.. items[..i], .. items[(i + 1)..]]).Select(rest => (int[])[item, .. rest]));
}
