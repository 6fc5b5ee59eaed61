using CxKpi.Trends;

namespace CxKpi.Tests.Trends;

/// <summary>Sup F, memory and p against generalised least squares by dense matrices.</summary>
public class ShiftSearchTests
{
    private const double Close = 1e-8;

    /// <summary>Whether there are gaps, sampling variances and a season; a step; the memory of the errors.</summary>
    public static TheoryData<bool, bool, bool, double, double> Cases
    {
        get
        {
            TheoryData<bool, bool, bool, double, double> cases = [];
            foreach (double phi in new[] { 0, 0.5, 0.9 })
            {
                foreach (double step in new[] { 0, 2.5 })
                {
                    for (int kind = 0; kind < 8; kind++)
                    {
                        cases.Add(kind % 2 == 1, kind / 2 % 2 == 1, kind / 4 == 1, step, phi);
                    }
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Find_AnySeries_IsTheLargestStepOfGeneralisedLeastSquares(bool hasGaps, bool hasNoise, bool isSeasonal, double step, double phi)
    {
        Sample sample = new(hasGaps, hasNoise, isSeasonal, step, phi);
        (int row, double f, double gain, int memory) = sample.Search.Find(sample.Response)!.Value;
        (int slowRow, double slowF, double slowGain, int slowMemory) = sample.Slow.Find(sample.Response);

        Assert.Equal((slowRow, slowMemory), (row, memory));
        Assert.Equal(slowF, f, Close * slowF);
        Assert.Equal(slowGain, gain, Close * slowGain);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Explained_ByACurve_IsThatOfGeneralisedLeastSquares(bool hasGaps, bool hasNoise, bool isSeasonal, double step, double phi)
    {
        Sample sample = new(hasGaps, hasNoise, isSeasonal, step, phi);
        double[] curve = [.. sample.Steps.Select((_, t) => Math.Pow(sample.Steps[..(t + 1)].Sum(), 2))];
        foreach (int memory in new[] { 0, 7, 19 })
        {
            (double gain, double f) = sample.Search.Explained(sample.Response, curve, memory);
            (double slowGain, double slowF) = sample.Slow.Explained(sample.Response, curve, memory);

            Assert.Equal(slowGain, gain, Close * (1 + slowGain));
            Assert.Equal(slowF, f, Close * (1 + slowF));
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Judge_CountsTheSeriesWithoutAStepWhoseLargestFIsAsLarge(bool hasGaps, bool hasNoise)
    {
        Sample sample = new(hasGaps, hasNoise, isSeasonal: false, step: 0, phi: 0.5, rows: 12);
        double white = hasNoise ? 0 : 0.5;
        ShiftErrors[] beside = [new(new(0.2, 1, white), 0.35), new(new(0.6, 2, 0), 0.25), new(new(0, 0.5, white), 0.4)];
        ShiftErrors[] without = [new(new(0.9, 1, white), 0.7), new(new(0.4, 1, 0), 0.3)];
        double[] largest = [.. sample.Slow.Simulated(beside, without).OrderDescending()];

        foreach ((int place, double confidence) in new[] { (3, 0.95), (120, 0.9), (700, 0.5), (998, 0.99) })
        {
            // Between two simulated figures, where rounding decides nothing.
            double f = (largest[place] + largest[place - 1]) / 2;
            (double p, double critical) = sample.Search.Judge(f, beside, without, confidence);

            Assert.Equal((1 + place) / 1000.0, p);
            Assert.Equal(largest[(int)Math.Round(1000 * (1 - confidence)) - 2], critical, Close * critical);
        }

        Assert.Equal(largest[0], sample.Search.Judge(1, beside, without, 0.998).Critical, Close * largest[0]);
    }

    [Fact]
    public void Find_OfAResponseThatTheDesignExplains_IsNothing()
    {
        Sample sample = new(hasGaps: true, hasNoise: false, isSeasonal: true, step: 0, phi: 0);
        double[] explained = [.. sample.Design[1].Select(x => 3 * x + 1e6)];

        Assert.Null(sample.Search.Find(explained));
    }

    [Fact]
    public void Find_WhereTheDesignHoldsEveryStep_IsNothing()
    {
        double[][] holds = [[1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 1, 1, 1, 1]];

        Assert.Null(new ShiftSearch(holds, [1, 1, 1, 1, 1, 1, 1], [], 1, 3, 3).Find([1, 2, 4, 3, 5, 9, 4]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Errors_OfAnySeries_WeighAsTheirRestrictedLikelihood(bool hasGaps, bool hasNoise, bool isSeasonal, double step, double phi)
    {
        Sample sample = new(hasGaps, hasNoise, isSeasonal: false, step, phi);
        int? at = isSeasonal ? 11 : null;
        ShiftModel model = sample.Model;
        IReadOnlyList<ShiftErrors> errors = model.Errors(at);
        double[][] columns = at is { } row ? [.. model.Design, model.Step(row)] : model.Design;
        double[] heights = [.. errors.Select(x => SlowShiftSearch.Likelihood(columns, model.Steps, model.Noise, model.Response, x.Process))];

        // Without a process its memory means nothing: it stands for all of them.
        double[] odds = [.. heights.Zip(errors, (height, x) => Math.Exp(height - heights.Max()) * (x.Process.Variance == 0 ? 20 : 1))];
        Assert.Equal(hasNoise ? 101 : 120, errors.Count);
        Assert.Equal(1, errors.Sum(x => x.Weight), 1e-12);
        Assert.All(errors.Zip(odds), x => Assert.Equal(x.Second / odds.Sum(), x.First.Weight, Close));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_BesideAStep_HasTheMostProbableMemory(bool hasGaps, bool hasNoise, bool isSeasonal, double step, double phi)
    {
        ShiftModel model = new Sample(hasGaps, hasNoise, isSeasonal: false, step, phi).Model;
        double[][] columns = isSeasonal ? [.. model.Design, model.Step(9)] : model.Design;
        RestrictedFit fit = model.Fit(isSeasonal ? 9 : null);

        // Beside known variances a weak prior keeps the memory of a process away from 1.
        double At(double memory, double variance) => SlowShiftSearch.Likelihood(columns, model.Steps, model.Noise, model.Response, new(memory, variance, 0))
            + (hasNoise && variance > 0 ? 0.5 * Math.Log(1 - memory) : 0);

        double best = At(fit.Phi, fit.ProcessVariance);
        foreach (double other in Enumerable.Range(0, 20).Select(i => i / 20.0).Append(fit.Phi))
        {
            foreach (double factor in new[] { 0.1, 0.5, 0.9, 1, 1.1, 2, 10 })
            {
                Assert.True(At(other, factor * Math.Max(fit.ProcessVariance, 1e-3)) <= best + 1e-6, $"{other} {factor}");
            }
        }
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Shifts_AnySeries_TellWhatTheSlowSearchFinds(bool hasGaps, bool hasNoise)
    {
        Sample sample = new(hasGaps, hasNoise, isSeasonal: false, step: 1.6, phi: 0.3);
        ShiftModel model = sample.Model;
        if (HasSlope(model))
        {
            model.AddSlope();
        }

        double process = hasNoise ? model.Fit(model.Search().Find(model.Response)!.Value.Row).ProcessVariance : 1;
        SlowShiftSearch slow = new(model.Design, model.Steps, model.Noise, process, model.Margin, model.Rows.Length - model.Margin);
        (int row, double f, _, _) = slow.Find(model.Response);
        RestrictedFit fit = model.Fit(row);
        double[] largest = slow.Simulated(model.Errors(row), model.Errors(null));
        LevelShifts shifts = sample.Series.Shifts(isSeasonal: false);

        Assert.Equal(model.Rows[row], PeriodCount.Between(sample.Series.First, shifts.Largest!.Value.Period));
        Assert.Equal((1 + largest.Count(x => x >= f)) / 1000.0, shifts.PValue);
        Assert.Equal(fit.Phi, shifts.Phi);
        Assert.Equal(fit.Combine([.. model.Design.Select(_ => 0.0), 1]).Value, shifts.Largest.Value.Size, Close);
        double critical = largest.OrderDescending().ElementAt(48), reach = Math.Abs(shifts.Largest.Value.Size) * Math.Sqrt(critical / f);
        Assert.Equal(shifts.Largest.Value.Size - reach, shifts.Largest.Value.Lower!.Value, 1e-6);
        Assert.Equal(shifts.Largest.Value.Size + reach, shifts.Largest.Value.Upper!.Value, 1e-6);
    }

    [Fact]
    public void Memory_OfResiduals_FollowsItsFormula()
    {
        int[] neighbours = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        double[] residuals = [1, 2, -1, 0.5, 3, 2, -2, 1, 0, -1, 2, 1];

        // Products of neighbours: 2 - 2 - 0.5 + 1.5 + 6 - 4 - 2 + 0 + 0 - 2 + 2 = 1; without the fourth, before which two periods are missing, -0.5.
        Assert.Equal((12 * 1 / 30.25 + 2) / 8, ShiftSearch.Memory(residuals, neighbours), 1e-15);
        Assert.Equal((12 * -0.5 / 30.25 + 2) / 8, ShiftSearch.Memory(residuals, [1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1]), 1e-15);
        Assert.Equal(0.95, ShiftSearch.Memory(residuals.AsSpan(0, 6), neighbours.AsSpan(0, 6)));
        Assert.Equal(0, ShiftSearch.Memory([1, -1, 1, -1, 1, -1], neighbours.AsSpan(0, 6)));
        Assert.Equal(0, ShiftSearch.Memory(new double[6], neighbours.AsSpan(0, 6)));
    }

    /// <summary>Whether a line gains nearly as much as the best step does, and more than chance.</summary>
    private static bool HasSlope(ShiftModel model)
    {
        double process = model.Noise.Length == 0 ? 1 : model.Fit(model.Search().Find(model.Response)!.Value.Row).ProcessVariance;
        SlowShiftSearch slow = new(model.Design, model.Steps, model.Noise, process, model.Margin, model.Rows.Length - model.Margin);
        (_, _, double gain, int memory) = slow.Find(model.Response);
        (double along, double f) = slow.Explained(model.Response, [.. model.Rows.Select(row => (double)row)], memory);
        return along >= 0.85 * gain && f > Math.Pow(StudentTDistribution.CriticalValue(0.95, model.Rows.Length - model.Design.Length - 1), 2);
    }

    /// <summary>A series and the model's parts of it.</summary>
    private sealed class Sample
    {
        internal Sample(bool hasGaps, bool hasNoise, bool isSeasonal, double step, double phi, int rows = 26)
        {
            RepeatableRandom random = new((ulong)(7 + (hasGaps ? 1 : 0) + (hasNoise ? 2 : 0) + (isSeasonal ? 4 : 0)));
            int[] places = [.. Enumerable.Range(0, rows).Select(t => !hasGaps ? t : t + (t > 4 ? 1 : 0) + (t > 9 ? 3 : 0))];
            Steps = [.. places.Select((place, t) => t == 0 ? 1 : place - places[t - 1])];
            Noise = hasNoise ? [.. places.Select((_, t) => 0.2 + 0.3 * (t % 4))] : [];
            double[] level = [.. places.Select(_ => 1.0)];
            Design = isSeasonal
                ? [level, [.. places.Select(t => t % 3 == 1 ? 1.0 : 0)], [.. places.Select(t => t % 3 == 2 ? 1.0 : 0)], [.. places.Select(t => t * 0.1)]]
                : [level];
            Response = new double[rows];
            double state = random.NextNormal();
            for (int t = 0; t < rows; t++)
            {
                double memory = Math.Pow(phi, Steps[t]);
                state = memory * state + Math.Sqrt(1 - memory * memory) * random.NextNormal();
                Response[t] = state + (hasNoise ? Math.Sqrt(Noise[t]) * random.NextNormal() : 0) + (t >= rows / 2 ? step : 0);
            }

            double?[] figures = new double?[places[^1] + 1];
            double[] variances = [.. figures.Select(_ => 1.0)];
            for (int t = 0; t < rows; t++)
            {
                figures[places[t]] = Response[t];
                variances[places[t]] = hasNoise ? Noise[t] : 0;
            }

            CalendarPeriod start = CalendarPeriod.Parse("2018-01");
            Series = hasNoise ? PeriodSeries.FromValues(start, figures, variances) : PeriodSeries.FromValues(start, figures);
            Search = new(Design, Steps, Noise, 1.5, 3, rows - 4);
            Slow = new(Design, Steps, Noise, 1.5, 3, rows - 4);
        }

        internal int[] Steps { get; }

        internal double[] Noise { get; }

        internal double[][] Design { get; }

        internal double[] Response { get; }

        internal PeriodSeries Series { get; }

        internal ShiftSearch Search { get; }

        internal SlowShiftSearch Slow { get; }

        internal ShiftModel Model => new(Series, isSeasonal: false);
    }
}
