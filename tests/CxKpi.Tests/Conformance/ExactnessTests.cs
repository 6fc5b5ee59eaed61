using System.Globalization;

namespace CxKpi.Tests.Conformance;

/// <summary>The limits of 400 random counts by each method agree with those of R to the last digits.</summary>
public class ExactnessTests
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Conformance", "vectors", "exactness-r.csv")).Skip(1).Select(line => line.Split(',')),
    ];

    // R's own lower limits by Wilson lose digits near 0, where it subtracts two numbers that are nearly the same.
    [Theory]
    [InlineData("Wilson", 1e-12, 1e-16)]
    [InlineData("ClopperPearson", 1e-13, 0)]
    [InlineData("Jeffreys", 1e-13, 0)]
    [InlineData("Garwood", 1e-13, 0)]
    [InlineData("Newcombe", 1e-12, 1e-16)]
    public void Limits_OfRandomCounts_AgreeWithR(string method, double relative, double absolute)
    {
        string[][] rows = [.. Rows.Where(row => row[0] == method)];

        Assert.Equal(400, rows.Length);
        Assert.Empty(
            from row in rows
            let ours = Limits(row)
            let theirs = (Lower: Number(row[6]), Upper: Number(row[7]))
            where !Agree(ours.Lower, theirs.Lower) || !Agree(ours.Upper, theirs.Upper)
            select $"{string.Join(',', row)}: {ours.Lower:R}, {ours.Upper:R}");

        bool Agree(double one, double other) => Math.Abs(one - other) <= relative * Math.Abs(other) + absolute;
    }

    private static (double Lower, double Upper) Limits(string[] row)
    {
        long x = long.Parse(row[1], CultureInfo.InvariantCulture), n = long.Parse(row[2], CultureInfo.InvariantCulture);
        double confidence = Number(row[5]);
        switch (row[0])
        {
            case "Garwood":
                Estimate rate = new RateTally(x, n).Estimate(confidence)!.Value;
                return (rate.Lower!.Value, rate.Upper!.Value);
            case "Newcombe":
                ShareTally baseline = new(long.Parse(row[3], CultureInfo.InvariantCulture), long.Parse(row[4], CultureInfo.InvariantCulture));
                Change change = new ShareTally(x, n).ChangeFrom(baseline, confidence, ShareDifference.Newcombe)!.Value;
                return (change.Lower!.Value, change.Upper!.Value);
            default:
                Estimate share = new ShareTally(x, n).Estimate(confidence, Enum.Parse<ShareInterval>(row[0]))!.Value;
                return (share.Lower!.Value, share.Upper!.Value);
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
