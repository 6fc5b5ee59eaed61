namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> SeasonalRegressions =>
    [
        new("series.seasonal_regression_trend", SeasonalRegression),
        new("series.seasonal_regression_step", SeasonalRegression),
    ];

    /// <summary>The figures of the last coefficient: a trend per cycle, or a step beside one, over dummies of the seasons.</summary>
    private static Figures SeasonalRegression(Inputs inputs)
    {
        double[] values = inputs.Series().Numbers("values");
        int period = (int)inputs.Count("period");
        int? step = inputs.CountOrNull("stepIndex0");
        double[][] design =
        [
            Column(t => 1),
            .. Enumerable.Range(1, period - 1).Select(season => Column(t => t % period == season ? 1 : 0)),
            Column(t => (double)t / period),
            .. step is { } first ? new[] { Column(t => t >= first ? 1 : 0) } : [],
        ];
        double[] last = [.. new double[design.Length - 1], 1];
        int[] steps = [.. values.Select(_ => 1)];
        OrthogonalBasis basis = OrthogonalBasis.TryCreate(design, values, out _)!;
        RestrictedFit ordinary = RestrictedFit.At(basis, steps, [], new(0, 1, 0));
        RestrictedFit general = RestrictedFit.CreateWithoutWhite(basis, steps, []);
        LinearEstimate ols = ordinary.Combine(last);
        LinearEstimate gls = general.Combine(last);
        double t = gls.Value / gls.StandardError;
        int lag = (int)inputs.Count("neweyWestLag");
        double newey = NeweyWest(design, ordinary, lag);
        int df = ordinary.DegreesOfFreedom;
        double[] residuals = ordinary.LeftOver;
        return new()
        {
            ["ols"] = new Figures
            {
                ["coef"] = ols.Value,
                ["se"] = ols.StandardError,
                ["sigma"] = Math.Sqrt(ordinary.ProcessVariance),
                ["df"] = df,
                ["p"] = StudentTDistribution.TwoSidedPValue(ols.Value / ols.StandardError, df),
                ["residLag1"] = residuals.Zip(residuals.Skip(1), (a, b) => a * b).Sum() / residuals.Sum(x => x * x),
            },
            ["glsAr1Reml"] = new Figures
            {
                ["coef"] = gls.Value,
                ["se"] = gls.StandardError,
                ["phi"] = general.Phi,
                ["sigma"] = Math.Sqrt(general.ProcessVariance),
                ["t"] = t,
                ["pT_nMinusK"] = StudentTDistribution.TwoSidedPValue(t, df),
                ["logRestrictedLik"] = general.LogLikelihood,
            },
            ["neweyWest"] = new Figures
            {
                ["lag"] = lag,
                ["se"] = newey,
                ["seAdjusted"] = newey * Math.Sqrt((double)values.Length / df),
            },
        };

        double[] Column(Func<int, double> value) => [.. Enumerable.Range(0, values.Length).Select(value)];
    }

    /// <summary>The standard error of the last coefficient by Newey and West (1987): the library does not decide by it, so it stands here.</summary>
    private static double NeweyWest(double[][] design, RestrictedFit ordinary, int lag)
    {
        int n = ordinary.Rows;
        double sigma = Math.Sqrt(ordinary.ProcessVariance);

        // By the Frisch–Waugh theorem: what the last column has beyond the others carries its coefficient.
        double[] own = design[^1];
        OrthogonalBasis others = OrthogonalBasis.TryCreate(design[..^1], own, out _)!;
        double[] rest = [.. Enumerable.Range(0, n).Select(t => others.Extended[t * others.Width + others.Columns])];
        double[] scores = [.. rest.Zip(ordinary.LeftOver, (x, e) => x * e * sigma)];
        double middle = 0;
        for (int j = -lag; j <= lag; j++)
        {
            double weight = 1 - Math.Abs(j) / (lag + 1.0);
            for (int t = Math.Max(0, j); t < n + Math.Min(0, j); t++)
            {
                middle += weight * scores[t] * scores[t - j];
            }
        }

        return Math.Sqrt(middle) / rest.Sum(x => x * x);
    }
}
