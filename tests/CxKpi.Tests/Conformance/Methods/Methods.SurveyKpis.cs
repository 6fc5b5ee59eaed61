namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> SurveyKpis =>
    [
        new("kpi.nps.answers", x => NetPromoterScore(Nps.FromAnswers(x.Answers("answers")))),
        new("kpi.nps.counts", x => NetPromoterScore(new Nps(x.Count("promoters"), x.Count("passives"), x.Count("detractors")))),
        new("kpi.csat.top_box", TopBoxShare),
        new("kpi.ces.ease_1_7", Ease),
        new("kpi.ces.effort_1_5", Effort),
        new("kpi.nsat", NetSatisfactionIndex),
        new("kpi.cx_index", CustomerExperience),
        new("reliability.alpha.ci.feldt", Reliability),
        new("kpi.satisfaction_index", x => Value(SatisfactionIndex.FromMeans(x.Numbers("means"), x.Numbers("weights"), Scale(x)))),
    ];

    private static Figures Reliability(Inputs inputs)
    {
        ItemScale items = new((int)inputs.Count("items"), RatingScale.OneToFive);
        ReliabilityTally tally = ReliabilityTally.FromRespondents(inputs.Answers("answers").Chunk(items.Items), items);
        return new(Limits(tally.Estimate(inputs.Confidence))) { ["alpha"] = tally.CronbachAlpha };
    }

    private static Figures NetPromoterScore(Nps nps) => new()
    {
        ["promoters"] = nps.Promoters,
        ["passives"] = nps.Passives,
        ["detractors"] = nps.Detractors,
        ["value"] = nps.Value,
        ["missing"] = nps.Excluded.Missing,
    };

    private static Figures TopBoxShare(Inputs inputs)
    {
        RatingScale scale = Scale(inputs);
        Csat csat = Csat.FromTally(Ratings(inputs, scale), TopBox.Of(scale, (int)inputs.Count("top_boxes")));
        return new() { ["value"] = csat.Value, ["satisfied"] = csat.Satisfied, ["answers"] = csat.Answers };
    }

    private static Figures Ease(Inputs inputs)
    {
        RatingTally answers = Ratings(inputs, RatingScale.OneToSeven);
        return new()
        {
            ["mean"] = CustomerEaseScore.FromTally(answers).Value,
            ["share_at_or_above"] = EaseShare.FromTally(answers, new TopBox(RatingScale.OneToSeven, (int)inputs.Count("threshold"))).Value,
            ["net_6_7_minus_1_3"] = NetEase.FromTally(answers, NetBounds.OneToSeven).Value,
        };
    }

    private static Figures Effort(Inputs inputs)
    {
        RatingTally answers = Ratings(inputs, RatingScale.Effort);
        return new()
        {
            ["mean"] = CustomerEffortScore.FromTally(answers).Value,
            ["net_low_minus_high"] = NetLowEffort.FromTally(answers, NetBounds.Effort).Value,
        };
    }

    private static Figures NetSatisfactionIndex(Inputs inputs) => Value(new Nsat(
        inputs.Count("very_satisfied"),
        inputs.Count("satisfied"),
        inputs.Count("dissatisfied") + inputs.Count("very_dissatisfied"),
        new ExcludedAnswers(inputs.Count("do_not_know") + inputs.Count("not_applicable"), 0)).Value);

    private static Figures CustomerExperience(Inputs inputs)
    {
        CustomerExperienceIndex index = CustomerExperienceIndex.FromTallies(
            Ratings(inputs, RatingScale.OneToFive, "needs"),
            Ratings(inputs, RatingScale.OneToFive, "ease"),
            Ratings(inputs, RatingScale.OneToFive, "emotion"),
            NetBounds.OneToFive);
        return new(Value(index.Value)) { ["questions"] = index.Evidence.Select(x => x.Value).ToArray() };
    }

    private static RatingScale Scale(Inputs inputs) => new((int)inputs.Count("scale_min"), (int)inputs.Count("scale_max"));

    private static RatingTally Ratings(Inputs inputs, RatingScale scale, string name = "counts") => new(scale, inputs.Counts(name));
}
