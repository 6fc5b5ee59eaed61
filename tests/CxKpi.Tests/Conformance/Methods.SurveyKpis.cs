namespace CxKpi.Tests.Conformance;

internal static partial class Methods
{
    private static IEnumerable<Method> SurveyKpis =>
    [
        new("kpi.nps.answers", x => NetPromoterScore(Nps.FromAnswers(x.Answers("answers")))),
        new("kpi.nps.counts", x => NetPromoterScore(new Nps(x.Count("promoters"), x.Count("passives"), x.Count("detractors")))),
        new("kpi.csat.top_box", TopBoxShare),
    ];

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
        RatingScale scale = new((int)inputs.Count("scale_min"), (int)inputs.Count("scale_max"));
        Csat csat = Csat.FromTally(Ratings(inputs, scale), TopBox.Of(scale, (int)inputs.Count("top_boxes")));
        return new() { ["value"] = csat.Value, ["satisfied"] = csat.Satisfied, ["answers"] = csat.Answers };
    }

    private static RatingTally Ratings(Inputs inputs, RatingScale scale, string name = "counts") => new(scale, inputs.Counts(name));
}
