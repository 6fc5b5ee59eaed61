namespace CxKpi;

/// <summary>Checks that evidence per counted thing (order, customer, buyer) has a whole number of them.</summary>
internal static class WholeCount
{
    internal static RatioTally Of(in RatioTally evidence, string name) =>
        DecimalSums.IsSurelyWhole(evidence.Denominator, long.MaxValue) ? evidence
        : !decimal.IsInteger(evidence.Denominator) ? throw Guard.Outside(name, "must count in whole numbers", evidence.Denominator)
        : evidence.Denominator > long.MaxValue ? throw Guard.Outside(name, "must count no more than 9,223,372,036,854,775,807", evidence.Denominator)
        : evidence;
}
