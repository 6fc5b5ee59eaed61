namespace CxKpi;

/// <content>Practices: solicitation, mirror surveys, themes, journeys.</content>
internal abstract partial class Phrases
{
    internal abstract string SolicitationCaption { get; }
    internal abstract string SolicitationRuleLabel { get; }
    internal abstract string InvitationsInBreachLabel { get; }
    internal abstract string CustomersInBreachLabel { get; }
    internal abstract string RemindersNotCounted { get; }
    internal abstract string MirrorCaption { get; }
    internal abstract string MirrorItemLabel { get; }
    internal abstract string MirrorCustomersLabel { get; }
    internal abstract string MirrorPredictionLabel { get; }
    internal abstract string MirrorOwnLabel { get; }
    internal abstract string MirrorGapLabel { get; }
    internal abstract string MirrorCategoryLabel { get; }
    internal abstract string MirrorPositiveAgreement { get; }
    internal abstract string MirrorNegativeAgreement { get; }
    internal abstract string MirrorOverestimation { get; }
    internal abstract string MirrorUnderestimation { get; }
    internal abstract string MirrorHidden { get; }
    internal abstract string ThemesCaption { get; }
    internal abstract string ThemeLabel { get; }
    internal abstract string MentionedByLabel { get; }
    internal abstract string PartOfMentionsLabel { get; }
    internal abstract string CumulativeShareLabel { get; }
    internal abstract string WithThemeLabel { get; }
    internal abstract string WithoutThemeLabel { get; }
    internal abstract string EffectOnTotalLabel { get; }
    internal abstract string AtMostInDays(int most, int days);
    internal abstract string DaysApart(int days);
    internal abstract string BreachesOf(string broken, string invitations, string affected, string customers);
    internal abstract string HiddenBelow(int least);
}
