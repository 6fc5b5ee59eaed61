namespace CxKpi;

/// <summary>The check of evidence per counted thing - order, customer, buyer - of which there are whole ones only.</summary>
internal static class WholeCount
{
    internal static RatioTally Of(RatioTally evidence, string name) =>
        decimal.IsInteger(evidence.Denominator) ? evidence : throw Guard.Outside(name, "must count in whole numbers", evidence.Denominator);
}
