using System.Globalization;

namespace CxKpi;

/// <summary>The signs around a figure that differ between languages.</summary>
/// <param name="Gap">The separator between a figure and its unit.</param>
/// <param name="Percent">The sign of percent, with the separator before it where the language has one.</param>
/// <param name="PercentagePoints">The unit of a difference of shares.</param>
/// <param name="Days">The unit of days.</param>
/// <param name="PerThousand">What follows a rate per thousand.</param>
/// <param name="PerMillion">What follows a rate per million.</param>
internal readonly record struct UnitSigns(string Gap, string Percent, string PercentagePoints, string Days, string PerThousand, string PerMillion)
{
    /// <summary>The sign of negative figures: a hyphen is shorter than a plus and is easily missed.</summary>
    internal const string Minus = "\u2212";

    /// <summary>The signs of a language, or those of a culture, whose units are written in English.</summary>
    internal static UnitSigns Of(IFormatProvider provider)
    {
        if (provider is Phrases words)
        {
            return words.Signs;
        }

        // The first pattern is "n %"; the invariant culture has it too, but its text is English.
        bool hasGap = provider is not CultureInfo { Name: "" } && NumberFormatInfo.GetInstance(provider).PercentPositivePattern == 0;
        return Phrases.English.Signs with { Percent = hasGap ? "\u00A0%" : "%" };
    }
}
