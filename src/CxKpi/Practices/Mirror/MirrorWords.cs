namespace CxKpi.Practices;

/// <summary>The categories of a mirror survey in words.</summary>
internal static class MirrorWords
{
    internal static string In(this MirrorCategory category, Phrases words) => category switch
    {
        MirrorCategory.Unknown => words.Unknown,
        MirrorCategory.PositiveAgreement => words.MirrorPositiveAgreement,
        MirrorCategory.NegativeAgreement => words.MirrorNegativeAgreement,
        MirrorCategory.Overestimation => words.MirrorOverestimation,
        MirrorCategory.Underestimation => words.MirrorUnderestimation,
    };
}
