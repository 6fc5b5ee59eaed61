namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> CommerceKpis =>
    [
        new("kpi.conversion", x => Value(new ConversionRate(x.Count("converted"), x.Count("visits"), ConversionUnit.Session).Value)),
        new("kpi.cart_abandonment", Carts),
    ];

    private static Figures Carts(Inputs inputs)
    {
        CartAbandonment carts = new(inputs.Count("purchased"), inputs.Count("created"));
        return new(Value(carts.Value)) { ["completion"] = carts.Completion };
    }
}
