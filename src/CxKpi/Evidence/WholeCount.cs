namespace CxKpi;

/// <summary>Checks that evidence per counted thing (order, customer, buyer) has a whole number of them.</summary>
internal static class WholeCount
{
    internal static RatioTally Of(RatioTally evidence, string name) =>
        decimal.IsInteger(evidence.Denominator) ? evidence : throw Guard.Outside(name, "must count in whole numbers", evidence.Denominator);
}
