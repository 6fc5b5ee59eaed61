using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests;

public class NumberAxisLaws
{
    /// <summary>Ranges of every size and place, constant ones included.</summary>
    private static Gen<double[]> Values =>
        from centre in Gen.Choose(-1000, 1000)
        from spread in Gen.Choose(0, 1000)
        from power in Gen.Choose(-12, 14)
        from offset in Gen.Elements(0.0, 0.0, 0.0, 1e3, 1e6)
        select (double[])[(centre - spread + offset) * Math.Pow(10, power), (centre + spread + offset) * Math.Pow(10, power)];

    private static Gen<KpiUnit?> Unit => Gen.Elements<KpiUnit?>([null, .. Enum.GetValues<KpiUnit>().Select(unit => (KpiUnit?)unit)]);

    private static Gen<(double[] Values, KpiUnit? Unit, int Most)> Case =>
        from values in Values
        from unit in Unit
        from most in Gen.Choose(3, 10)
        select (values, unit, most);

    [Property]
    public Property ThereAreTwoToTenTicks() => Law.ForAll(Case, x => Axis(x).Ticks.Count is >= 2 and <= 10);

    [Property]
    public Property TicksLieInsideTheAxisAndRise() => Law.ForAll(Case, x =>
    {
        NumberAxis axis = Axis(x);
        double[] ticks = [.. axis.Ticks.Select(tick => tick.Value)];
        return ticks[0] == axis.Lowest && ticks[^1] == axis.Highest && ticks.Zip(ticks.Skip(1)).All(pair => pair.First < pair.Second);
    });

    [Property]
    public Property TheAxisHoldsTheValues() => Law.ForAll(Case, x =>
    {
        NumberAxis axis = Axis(x);
        double slack = 1e-6 * (axis.Highest - axis.Lowest);
        return axis.Lowest <= x.Values[0] + slack && axis.Highest >= x.Values[1] - slack;
    });

    [Property]
    public Property StepsAreRoundInTheUnitShown() => Law.ForAll(Case, x =>
    {
        NumberAxis axis = Axis(x);
        double step = (axis.Ticks[^1].Value - axis.Ticks[0].Value) / (axis.Ticks.Count - 1);
        return ((double[])[1, 0.01, 60, 3600, 86400]).Any(factor => IsRound(step / factor));
    });

    [Property]
    public Property LabelsDiffer() =>
        Law.ForAll(Case, x => Axis(x).Ticks.Select(tick => tick.Label).Distinct(StringComparer.Ordinal).Count() == Axis(x).Ticks.Count);

    [Property]
    public Property LabelsAlongTheBottomDoNotOverlap() => Law.ForAll(Case, x =>
    {
        NumberAxis axis = NumberAxis.Across(x.Values, x.Unit, Phrases.For(ReportLanguage.French), 300);
        LinearScale scale = axis.Scale(0, 300);
        return axis.Ticks.Zip(axis.Ticks.Skip(1)).All(pair =>
            scale.At(pair.First.Value) + TextFit.Width(pair.First.Label, Drawing.Small) / 2
                <= scale.At(pair.Second.Value) - TextFit.Width(pair.Second.Label, Drawing.Small) / 2);
    });

    private static NumberAxis Axis((double[] Values, KpiUnit? Unit, int Most) x) =>
        NumberAxis.Around(x.Values, x.Unit, Phrases.For(ReportLanguage.English), x.Most);

    private static bool IsRound(double step)
    {
        double mantissa = step / Math.Pow(10, Math.Floor(Math.Log10(step * (1 + 1e-9))));
        return ((double[])[1, 2, 2.5, 5, 10]).Any(round => Math.Abs(mantissa - round) < 1e-5 * round);
    }
}
