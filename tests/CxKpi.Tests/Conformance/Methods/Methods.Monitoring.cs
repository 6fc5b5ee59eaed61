using CxKpi.Practices;

namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> Monitored =>
    [
        new("chart.p_and_laney", SharesWithLimits),
        new("chart.ewma", AverageWithLimits),
        new("chart.cusum_tabular", SumsOfDeviations),
        new("sequential.normal_mixture", Mixture),
    ];

    private static Figures SharesWithLimits(Inputs inputs)
    {
        ShareTally[] shares = [.. inputs.Counts("events").Zip(inputs.Counts("sizes"), (events, size) => new ShareTally(events, size))];
        ControlLimits plain = ControlLimits.OfShares(shares, ControlMethod.Binomial), laney = ControlLimits.OfShares(shares);
        return new()
        {
            ["center"] = plain.Centre,
            ["p_lcl"] = Of(plain, point => point.Lower),
            ["p_ucl"] = Of(plain, point => point.Upper),
            ["sigma_z"] = laney.Dispersion,
            ["laney_lcl"] = Of(laney, point => point.Lower),
            ["laney_ucl"] = Of(laney, point => point.Upper),
        };

        static double[] Of(ControlLimits limits, Func<ControlPoint, double?> figure) => [.. limits.Points.Select(point => figure(point)!.Value)];
    }

    private static Figures AverageWithLimits(Inputs inputs)
    {
        Ewma found = Ewma.Of(inputs.Numbers("values"), inputs.Number("center"), inputs.Number("sigma"), inputs.Number("lambda"), inputs.Number("limit"));
        return new()
        {
            ["ewma"] = found.Points.Select(point => point.Statistic!.Value).ToArray(),
            ["lcl"] = found.Points.Select(point => point.Lower!.Value).ToArray(),
            ["ucl"] = found.Points.Select(point => point.Upper!.Value).ToArray(),
        };
    }

    private static Figures SumsOfDeviations(Inputs inputs)
    {
        Cusum found = Cusum.Of(
            inputs.Numbers("values"),
            inputs.Number("center"),
            inputs.Number("sigma"),
            inputs.Number("reference_k"),
            inputs.Number("decision_h"));
        return new()
        {
            ["positive"] = found.Points.Select(point => point.Up!.Value).ToArray(),
            ["negative"] = found.Points.Select(point => point.Down!.Value).ToArray(),
            ["signal_up"] = Signals(ControlSignal.Above),
            ["signal_down"] = Signals(ControlSignal.Below),
        };

        long[] Signals(ControlSignal signal) => [.. found.Signals.Where(point => point.Signal == signal).Select(point => point.Position + 1L)];
    }

    private static Figures Mixture(Inputs inputs)
    {
        NormalMixture mixture = NormalMixture.TightestAt(inputs.Number("v_opt"), inputs.Number("alpha_opt"));
        double sum = inputs.Number("sum_deviation"), time = inputs.Number("intrinsic_time");
        return new()
        {
            ["rho"] = mixture.Rho,
            ["log_e_value"] = mixture.LogEvidence(sum, time),
            ["bound"] = mixture.Bound(time, inputs.Number("alpha")),
            ["always_valid_p"] = mixture.PValue(sum, time),
        };
    }
}
