namespace CxKpi;

/// <summary>
/// Says that a constructor takes what is added up over rows: with the sums it makes the record of all, or, where the evidence is a ratio, with the sums,
/// squares and products of its first two parameters.
/// </summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class RowSumsAttribute : Attribute;
