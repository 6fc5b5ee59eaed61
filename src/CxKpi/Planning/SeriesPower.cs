using CxKpi.Trends;

namespace CxKpi.Practices;

/// <summary>The power of the estimate of an effect, by the number of periods after it.</summary>
internal sealed class SeriesPower
{
    private const int Cycles = 10, LeastLimit = 60;

    private readonly SeasonalModel model;
    private readonly ModelOptions options;
    private readonly double power, ahead;

    private SeriesPower(SeasonalModel model, ModelOptions options, double power, double ahead)
    {
        this.model = model;
        this.options = options;
        this.power = power;
        this.ahead = ahead;
    }

    private ModelInput Input => model.Input;

    private int Last => model.Rows[^1];

    internal static DetectionTime Of(PeriodSeries series, double change, double power, double? size, EffectOptions options)
    {
        Guard.Confidence(power);
        if (Guard.Finite(change) == 0)
        {
            throw Guard.Outside(nameof(change), "must not be zero", change);
        }

        if (size is { } given && Guard.Finite(Guard.Positive(given, nameof(size)), nameof(size)) > 0 && series.Sizes.IsEmpty)
        {
            throw new ArgumentException("size asks for a series whose periods have sizes, and this one has none: leave it out", nameof(size));
        }

        int cycle = options.Model.IsSeasonal ? Season.CycleOf(series.Unit) : 1;
        DetectionTime none = new()
        {
            Unit = series.Unit,
            Change = change,
            Confidence = options.Model.Confidence,
            Power = power,
            Limit = Math.Max(LeastLimit, Cycles * cycle),
        };
        ModelInput input = options.Control is { } control ? ModelInput.Difference(series, control, options.Model) : ModelInput.Of(series, options.Model);
        int[] rows = [.. Enumerable.Range(0, input.Count).Where(t => !double.IsNaN(input.Response[t]))];
        bool knowable = rows.Length > 0 && rows[^1] - rows[0] + 1 >= (cycle > 1 ? 2 * cycle : Sufficiency.LeastWithoutSeason);
        bool trend = options.Trend == TrendTerm.Held || (options.Trend == TrendTerm.WhenKnowable && knowable);
        List<Notice> warnings = [];
        SeasonalModel? fitted = SeasonalModel.TryFit(input, options.Model, trend, step: null, include: null, warnings, out Notice? refusal);
        if (fitted is null || (refusal = fitted.Wandering) is not null)
        {
            return none with { Refusal = refusal };
        }

        if (fitted.Fit.IsExact)
        {
            return none with { Refusal = Notices.ExactFit() };
        }

        ModelOptions own = series.Unit == CalendarUnit.Year ? options.Model with { IsSeasonal = false } : options.Model;
        SeriesPower search = new(fitted, own, power, NoiseAhead(fitted, cycle, size));
        double level = search.Level(cycle), step = search.Step(level, change), smallest = search.Smallest(none.Limit);
        return none with
        {
            // More periods never show less.
            Periods = LeastInteger.Where(periods => search.Smallest(periods) <= Math.Abs(step), none.Limit),
            SmallestInTheEnd = search.InUnit(level, Math.Sign(step) * smallest) is var least && double.IsFinite(least) ? least : null,
            Fit = new(fitted),
            Warnings = warnings,
        };
    }

    /// <summary>The sampling variance of a later period: that of the last cycle on average, at the size stated.</summary>
    private static double NoiseAhead(SeasonalModel fitted, int cycle, double? size)
    {
        ModelInput input = fitted.Input;
        int[] last = [.. fitted.Rows.TakeLast(Math.Max(cycle, 1))];
        return input.Noise.Length == 0
            ? fitted.Fit.WhiteVariance
            : last.Average(t => input.Noise[t] * (size is { } n ? input.Series.Sizes[t] / n : 1));
    }

    /// <summary>The smallest step on the model's scale that is seen after some periods; infinite while it cannot be told from other terms.</summary>
    private double Smallest(int periods)
    {
        int[] rows = [.. model.Rows, .. Enumerable.Range(Last + 1, periods)];
        NodaTime.LocalDate end = Input.First.Plus(Last).End;
        ModelDesign design = model.Design.WithEffect(rows, options, period => period.Start > end ? 1 : 0);
        double[] response = [.. rows.Select(t => t <= Last ? Input.Response[t] : 0)];
        if (rows.Length <= design.Columns || OrthogonalBasis.TryCreate(SeasonalModel.Columns(design, rows), response, out _) is not { } basis)
        {
            return double.PositiveInfinity;
        }

        // The standard error depends on where the figures are and how they vary, not on what they are: the variances are all known here.
        double least = RestrictedFit.LeastVariance(Input.Noise);
        double[] noise = [.. rows.Select(t => t > Last ? ahead : Input.Noise.Length == 0 ? ahead : Math.Max(least, Input.Noise[t]))];
        RestrictedFit fit = RestrictedFit.At(basis, SeasonalModel.Steps(rows), noise, new(model.Fit.Phi, model.Fit.ProcessVariance, 0));
        if (fit.Hidden >= 0)
        {
            return double.PositiveInfinity;
        }

        double[] only = new double[design.Columns];
        only[design.StepColumn] = 1;
        double freedom = Math.Max(1, fit.DegreesOfFreedom * model.Fit.Independence);
        double quantiles = StudentTDistribution.CriticalValue(options.Confidence, freedom) + StudentTDistribution.Quantile(power, freedom);
        return quantiles * fit.Combine(only).StandardError;
    }

    /// <summary>What the next cycle would be on average without the change, in the KPI's unit.</summary>
    private double Level(int cycle) => Enumerable.Range(Last + 1, Math.Max(1, cycle))
        .Where(t => model.Design.Covers(Input.First.Plus(t)))
        .Select(t => Input.Back(model.Predict(t).Value + (Input.Offset.Length == 0 ? 0 : Input.Offset[Last])))
        .DefaultIfEmpty(Input.Back(Input.Response[Last]))
        .Average();

    private double Step(double level, double change) => Input.On switch
    {
        ModelScale.LogOdds when level + change is > 0 and < 1 => LogOdds(level + change) - LogOdds(level),
        ModelScale.LogOdds => throw Guard.Outside(
            nameof(change), FormattableString.Invariant($"must leave the share, which is expected at {level:G4}, between 0 and 1"), change),
        ModelScale.Logarithm when level + change > 0 => Math.Log(level + change) - Math.Log(level),
        ModelScale.Logarithm => throw Guard.Outside(
            nameof(change), FormattableString.Invariant($"must leave the figure, which is expected at {level:G4}, above 0"), change),
        ModelScale.Identity or ModelScale.Chosen => change / Input.Scale,
    };

    private double InUnit(double level, double step) => Input.On switch
    {
        ModelScale.LogOdds => ShareScale.Share(LogOdds(level) + step) - level,
        ModelScale.Logarithm => level * AccurateMath.ExpMinusOne(step),
        ModelScale.Identity or ModelScale.Chosen => step * Input.Scale,
    };

    private static double LogOdds(double share) => Math.Log(share / (1 - share));
}
