using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Numerics;

public class FisherExactTestTests
{
    [Fact]
    public void TwoSidedPValue_ReferenceTable_IsRs() =>
        Reference.Agrees("fisher", row => FisherExactTest.TwoSidedPValue((long)row[0], (long)row[1], (long)row[2], (long)row[3]), 2e-14);

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(0, 3, 0, 0)]
    [InlineData(4, 0, 9, 0)]
    [InlineData(1_000_000, 1_000_000, 1_000_000, 1_000_000)]
    public void TwoSidedPValue_OneOutcomeOrTheMostLikely_IsOne(long a, long b, long c, long d) =>
        Assert.Equal(1, FisherExactTest.TwoSidedPValue(a, b, c, d));

    // R: fisher.test, whose own sum of five million terms is good to about ten digits.
    [Fact]
    public void TwoSidedPValue_TenMillion_IsRs() =>
        Assert.True(Reference.Close(FisherExactTest.TwoSidedPValue(2_500_000, 2_501_000, 2_499_000, 2_500_700), 0.82481862300541109, 1e-10));

    [Fact]
    public void TwoSidedPValue_CompleteSeparation_IsTwoTables() =>
        Assert.True(Reference.Close(FisherExactTest.TwoSidedPValue(30, 0, 0, 30), 2 / 118264581564861424.0, 1e-13));

    [Fact]
    public void TwoSidedPValue_NegativeCount_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => FisherExactTest.TwoSidedPValue(1, -1, 2, 2));
}

public class FisherExactTestLaws
{
    private static readonly Gen<(int A, int B, int C, int D)> Tables =
        from a in Gen.Choose(0, 25) from b in Gen.Choose(0, 25) from c in Gen.Choose(0, 25) from d in Gen.Choose(0, 25) select (a, b, c, d);

    [Property]
    public Property ThePValueIsTheShareOfTablesAtMostAsLikely() =>
        Law.ForAll(Tables, t => Reference.Close(FisherExactTest.TwoSidedPValue(t.A, t.B, t.C, t.D), CountTables(t), 1e-13));

    [Property]
    public Property SwappingRowsOrColumnsChangesNothing() =>
        Law.ForAll(Tables, t => Reference.Close(FisherExactTest.TwoSidedPValue(t.A, t.B, t.C, t.D), FisherExactTest.TwoSidedPValue(t.D, t.C, t.B, t.A), 1e-13)
            && Reference.Close(FisherExactTest.TwoSidedPValue(t.A, t.B, t.C, t.D), FisherExactTest.TwoSidedPValue(t.A, t.C, t.B, t.D), 1e-13));

    /// <summary>Counts in whole numbers; there a table is as likely as the observed one only when it is exactly so.</summary>
    private static double CountTables((int A, int B, int C, int D) t)
    {
        int first = t.A + t.B;
        int second = t.C + t.D;
        int drawn = t.A + t.C;
        BigInteger all = 0;
        BigInteger counted = 0;
        for (int x = Math.Max(0, drawn - second); x <= Math.Min(first, drawn); x++)
        {
            BigInteger ways = Choose(first, x) * Choose(second, drawn - x);
            all += ways;
            if (ways <= Choose(first, t.A) * Choose(second, t.C))
            {
                counted += ways;
            }
        }

        return (double)counted / (double)all;
    }

    private static BigInteger Choose(int n, int k)
    {
        BigInteger ways = 1;
        for (int i = 0; i < k; i++)
        {
            ways = ways * (n - i) / (i + 1);
        }

        return ways;
    }
}
