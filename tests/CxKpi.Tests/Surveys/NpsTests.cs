using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests.Surveys;

public class NpsTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(int.MinValue)]
    [InlineData(11)]
    public void FromAnswer_OutsideTheScale_IsRefused(int answer) => Assert.Throws<ArgumentOutOfRangeException>(() => Nps.FromAnswer(answer));

    [Fact]
    public void ToString_Mapped_ShowsTheScale()
    {
        Nps mapped = Nps.FromAnswers([5, 5, 4], NpsMapping.OneToFive);

        Assert.Equal("NPS (5 minus 1–3 of 5) +66.7 (3 answers)", mapped.ToString());
        Assert.Equal("+66.7", mapped.ToString("V", null));
        Assert.Equal("NPS (7 minus 1–4 of 7) undefined (0 answers)", Nps.FromTally(default, NpsMapping.OneToSeven).ToString());
    }

    [Fact]
    public void FromAnswers_WithMapping_ReadTheOtherScale()
    {
        Nps many = Nps.FromAnswers([5, 4, null, 1], NpsMapping.OneToFive);
        Nps one = Nps.FromAnswer(5, NpsMapping.OneToFive).Combine(Nps.FromAnswer(4, NpsMapping.OneToFive))
            .Combine(Nps.FromAnswer(null, NpsMapping.OneToFive)).Combine(Nps.FromAnswer(1, NpsMapping.OneToFive));

        Assert.Equal(new Nps(1, 1, 1, new(missing: 1), NpsMapping.OneToFive), many);
        Assert.Equal(many, one);
        Assert.Throws<ArgumentNullException>("mapping", () => Nps.FromAnswer(5, null!));
        Assert.Throws<ArgumentNullException>("mapping", () => Nps.FromAnswers([5], null!));
        Assert.Throws<ArgumentNullException>("answers", () => Nps.FromAnswers((IEnumerable<int?>)null!, NpsMapping.OneToFive));
        Assert.Throws<ArgumentOutOfRangeException>("answer", () => Nps.FromAnswer(6, NpsMapping.OneToFive));
        Assert.Contains(
            "position 1",
            Assert.Throws<ArgumentOutOfRangeException>("answers", () => Nps.FromAnswers([5, 6], NpsMapping.OneToFive)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void FromAnswers_WorkedExample_GivesForty()
    {
        Nps nps = Nps.FromAnswers([10, 9, 9, 7, 3]);

        Assert.Equal(40, nps.Value);
        Assert.Equal("NPS +40.0 (5 answers)", nps.ToString());
    }

    [Fact]
    public void FromAnswers_NobodyAnswered_IsUndefined()
    {
        Assert.Null(Nps.FromAnswers(Array.Empty<int>()).Value);
        Assert.Null(default(Nps).Estimate());
        Assert.Equal("NPS undefined (0 answers)", default(Nps).ToString());
    }

    [Fact]
    public void FromAnswers_MissingAnswers_AreInNoBase()
    {
        Nps nps = Nps.FromAnswers([10, null, 9, null, 3]);

        Assert.Equal(2, nps.Excluded.Missing);
        Assert.Equal(100.0 / 3, nps.Value!.Value, 12);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public void FromAnswers_AnswerOffTheScale_ThrowsWithPosition(int answer)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => Nps.FromAnswers([10, 9, answer]));

        Assert.Contains("position 2", error.Message, StringComparison.Ordinal);
        Assert.Contains(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"; got {answer}"), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromTally_OneToTen_NeedsAMapping()
    {
        RatingTally answers = RatingTally.FromAnswers([1, 9, 10], RatingScale.OneToTen);

        Assert.Throws<ArgumentException>(() => Nps.FromTally(answers));
        Assert.True(Nps.FromTally(answers, NpsMapping.OneToTen).Estimate()!.Value.Flags.HasFlag(EstimateFlags.NonStandardScale));
    }

    [Fact]
    public void Combine_MappedWithStandard_Throws()
    {
        Nps mapped = new(1, 0, 0, mappedFrom: NpsMapping.OneToTen);

        Assert.Contains("mapping", Assert.Throws<ArgumentException>(() => mapped.Combine(new Nps(1, 0, 0))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 10, 7, 9)]
    [InlineData(0, 10, 10, 10)]
    [InlineData(-5, 5, -4, 5)]
    [InlineData(int.MinValue, int.MinValue + 10, int.MinValue + 1, int.MinValue + 2)]
    [InlineData(int.MaxValue - 1, int.MaxValue, int.MaxValue, int.MaxValue)]
    public void MappedFrom_AnyScale_ComesBackAsItWasGiven(int lowest, int highest, int passiveFrom, int promoterFrom)
    {
        NpsMapping mapping = new(new RatingScale(lowest, highest), passiveFrom, promoterFrom);

        Assert.Equal(mapping, new Nps(1, 2, 3, mappedFrom: mapping).MappedFrom);
        Assert.Equal(mapping, new Nps(1, 2, 3, mappedFrom: mapping).Combine(default).Combine(new(1, 0, 0, mappedFrom: mapping)).MappedFrom);
    }

    [Fact]
    public void FromTally_NobodyAskedOrAnotherScale_IsEmptyOrRefused()
    {
        RatingTally stars = RatingTally.FromAnswers([1, 5], RatingScale.OneToFive);

        Assert.Equal(default, Nps.FromTally(default));
        Assert.Equal(NpsMapping.OneToTen, Nps.FromTally(default, NpsMapping.OneToTen).MappedFrom);
        Assert.Throws<ArgumentNullException>("mapping", () => Nps.FromTally(default, null!));
        Assert.Throws<ArgumentNullException>("mapping", () => Nps.FromTally(stars, null!));
        Assert.Contains(
            "mapping's scale",
            Assert.Throws<ArgumentException>("answers", () => Nps.FromTally(stars, NpsMapping.OneToTen)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Combine_OfPublishedScores_AddsTheirRounding()
    {
        Nps one = Nps.FromPublished(0.61m, 0.2m, 500), other = Nps.FromPublished(0.5m, 0.3m, 300);

        Assert.True(one.Evidence.RoundedBy > 0 && other.Evidence.RoundedBy > 0);
        Assert.Equal(one.Evidence.RoundedBy + other.Evidence.RoundedBy, one.Combine(other).Evidence.RoundedBy);
    }

    [Fact]
    public void ChangeFrom_MappedFromStandard_Throws()
    {
        Nps mapped = new(5, 3, 2, mappedFrom: NpsMapping.OneToTen);

        Assert.Contains("mapping", Assert.Throws<ArgumentException>(() => mapped.ChangeFrom(new Nps(5, 3, 2))).Message, StringComparison.Ordinal);
        Assert.NotNull(mapped.ChangeFrom(mapped));
    }

    [Fact]
    public void TallyBy_OfMappedScores_KeepsTheirMapping()
    {
        Nps mapped = new(1, 0, 0, mappedFrom: NpsMapping.OneToTen), more = new(0, 2, 3, mappedFrom: NpsMapping.OneToTen);

        Assert.Equal(new Nps(1, 2, 3, mappedFrom: NpsMapping.OneToTen), Sum([default(Nps), mapped, more]));
        Assert.Equal(new Nps(1, 2, 3, mappedFrom: NpsMapping.OneToTen), Sum([mapped, more, default]));
        Assert.Equal(new Nps(2, 0, 0), Sum([new Nps(1, 0, 0), new Nps(1, 0, 0)]));
        Assert.Contains("mapping", Assert.Throws<ArgumentException>(() => Sum([mapped, new Nps(1, 0, 0)])).Message, StringComparison.Ordinal);

        static TKpi Sum<TKpi>(TKpi[] records)
            where TKpi : struct, IKpi<TKpi> => records.TallyBy(_ => 0, record => record)[0];
    }

    [Fact]
    public void New_MoreThanLongAnswers_Throws()
    {
        Assert.Throws<OverflowException>(() => new Nps(long.MaxValue, 1, 0));
        Assert.Throws<OverflowException>(() => new Nps(long.MaxValue, 0, 1));
        Assert.Throws<OverflowException>(() => new Nps(long.MaxValue, 0, 0).Combine(new(0, 1, 0)));
        Assert.Throws<OverflowException>(() => new Nps(long.MaxValue, 0, 0).Combine(new(0, 0, 1)));
        Assert.Equal(long.MaxValue, new Nps(long.MaxValue, 0, 0).Combine(default).N);
    }

    [Fact]
    public void Combine_BeyondLong_ThrowsAndChangesNothing()
    {
        Nps many = new(long.MaxValue, 0, 0);

        Assert.Throws<OverflowException>(() => many.Combine(new Nps(1, 0, 0)));
        Assert.Equal(long.MaxValue, many.Promoters);
    }

    [Fact]
    public void Estimate_EverybodyPromotes_IsNotCertain()
    {
        Estimate estimate = new Nps(10, 0, 0).Estimate()!.Value;

        Assert.InRange(estimate.Lower!.Value, 44.4, 44.6);
        Assert.Equal(100, estimate.Upper);
    }
}

public class NpsLaws : KpiLaws<Nps>
{
    protected override Gen<Nps> Any =>
        from counts in Some.Net
        from excluded in Some.Excluded
        select new Nps(counts.Positive, counts.Neutral, counts.Negative, excluded);

    [Property]
    public Property SwappingPromotersAndDetractorsNegatesTheScore() =>
        Law.ForAll(Any, x => new Nps(x.Detractors, x.Passives, x.Promoters).Value == -x.Value);
}
