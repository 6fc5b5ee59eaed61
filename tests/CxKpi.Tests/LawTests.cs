using System.Text.RegularExpressions;
using FsCheck.Fluent;

namespace CxKpi.Tests;

public class LawTests
{
    [Fact]
    public void Holds_BrokenLaw_FailsAgainOnTheSameCaseWhenReplayed()
    {
        Exception first = Assert.ThrowsAny<Exception>(() => Law.Holds(Gen.Choose(0, 1000), n => n < 500));
        string seed = Regex.Match(first.Message, @"\((\d+,\d+)\)").Groups[1].Value;

        Exception again = Assert.ThrowsAny<Exception>(() => Law.Holds(Gen.Choose(0, 1000), n => n < 500, seed));

        Assert.NotEmpty(seed);
        Assert.Equal(first.Message, again.Message);
    }
}
