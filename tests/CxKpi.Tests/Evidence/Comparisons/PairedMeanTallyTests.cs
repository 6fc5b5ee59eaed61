using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Evidence;

public class PairedMeanTallyTests
{
    [Fact]
    public void Change_WorkedExample_AgreesWithR()
    {
        // t.test(c(4, 5, 3), c(3, 5, 1), paired = TRUE), R 4.2.2.
        PairedMeanTally tally = PairedMeanTally.FromPairs([(3, 4), (5, 5), (1, 3)]);
        Change change = tally.Change()!.Value;

        Assert.Equal(1, change.Difference);
        Assert.Equal(-1.48413771175033, change.Lower!.Value, 12);
        Assert.Equal(0.225403330758517, change.PValue!.Value, 12);
        Assert.Equal(3, change.Baseline);
        Assert.Equal("mean difference 1 of 3 pairs", tally.ToString());
    }

    [Fact]
    public void Change_WithoutSpread_SaysNoMoreThanItKnows()
    {
        Assert.Null(default(PairedMeanTally).Change());
        Change one = PairedMeanTally.One(3, 5).Change()!.Value;
        Assert.Equal((2.0, null, null, EstimateFlags.SingleObservation), (one.Difference, one.Lower, one.PValue, one.Flags));
        Change alike = PairedMeanTally.FromPairs([(3, 5), (1, 3)]).Change()!.Value;
        Assert.Equal((2.0, null, EstimateFlags.ZeroVariance, ChangeVerdict.Unknown), (alike.Lower, alike.PValue, alike.Flags, alike.Verdict));
        Change same = PairedMeanTally.FromPairs([(3, 3), (1, 1)]).Change()!.Value;
        Assert.Equal((0.0, 1.0, EstimateFlags.ZeroVariance), (same.Difference, same.PValue, same.Flags));
    }

    [Fact]
    public void Constructor_OfDifferentCustomers_Throws()
    {
        ArgumentException error = Assert.Throws<ArgumentException>("differences", () => new PairedMeanTally(MeanTally.One(3), default));
        Assert.StartsWith("differences must be of as many customers as before (1), but is of 0", error.Message, StringComparison.Ordinal);
    }
}

public class PairedMeanTallyLaws
{
    private static Gen<(decimal Before, decimal After)[]> Rows =>
        (from before in Gen.Choose(-40, 40) from after in Gen.Choose(-40, 40) select (before / 4m, after / 4m)).ListOf().Select(x => x.ToArray());

    [Property]
    public Property IntervalExcludesZeroExactlyWhenItsPValueIsSmall() => Law.ForAll(Rows, rows =>
        PairedMeanTally.FromPairs(rows).Change() is not { PValue: { } p, Lower: { } lower, Upper: { } upper } change
        || change.Flags.HasFlag(EstimateFlags.ZeroVariance) || Math.Abs(p - 0.05) < 1e-9 || (lower > 0 || upper < 0) == p < 0.05);

    [Property]
    public Property RowsInAnyOrderGiveTheSame() => Law.ForAll(
        Rows, rows => PairedMeanTally.FromPairs(rows.Reverse()) == PairedMeanTally.FromPairs(rows));

    [Property]
    public Property WhatIsAddedToBothCancels() => Law.ForAll(
        Rows,
        rows => PairedMeanTally.FromPairs(rows.Select(x => (x.Before + 7, x.After + 7))).Differences == PairedMeanTally.FromPairs(rows).Differences);

    [Property]
    public Property PartsCombineToTheWhole() => Law.ForAll(
        Rows,
        rows => PairedMeanTally.FromPairs(rows.Take(rows.Length / 2)).Combine(PairedMeanTally.FromPairs(rows.Skip(rows.Length / 2)))
            == PairedMeanTally.FromPairs(rows));

    [Property]
    public Property JsonBringsTheTallyBack() => Law.ForAll(
        Rows.Select(PairedMeanTally.FromPairs), x => JsonSerializer.Deserialize<PairedMeanTally>(JsonSerializer.Serialize(x)) == x);
}
