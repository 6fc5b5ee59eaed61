using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Customers;

/// <summary>Accounts with recurring revenue at the start and the end, shared by the revenue KPIs' tests.</summary>
internal static class RevenueRows
{
    public static (decimal Start, decimal End)[] Ten =>
        [(100, 100), (50, 0), (200, 260), (80, 80), (40, 20), (120, 120), (60, 75), (30, 0), (90, 90), (150, 110)];

    public static Gen<List<(decimal Start, decimal End)>> Any =>
        (from start in Gen.Frequency((1, Gen.Constant(0m)), (9, Some.PositiveMoney))
         from end in Gen.Frequency((2, Gen.Constant(0m)), (3, Gen.Constant(start)), (5, Some.PositiveMoney))
         select (start, end)).ListOf().Select(accounts => accounts.ToList());
}
