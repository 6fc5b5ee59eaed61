using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace CxKpi;

/// <summary>The numbers of answers left out of the base: those that were not given, and those that cannot be used.</summary>
[JsonConverter(typeof(RecordJsonConverter<ExcludedAnswers>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct ExcludedAnswers : IJsonRecord<ExcludedAnswers>
{
    /// <summary>Creates the pair of counts.</summary>
    /// <param name="missing">The number of questions asked but not answered: skipped, dismissed, "don't know", "not applicable"; not negative.</param>
    /// <param name="invalid">The number of answers outside the scale; not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public ExcludedAnswers(long missing, long invalid = 0)
    {
        Missing = Guard.NotNegative(missing);
        Invalid = Guard.NotNegative(invalid);
    }

    // Sums of valid counts are valid.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ExcludedAnswers(in ExcludedAnswers a, in ExcludedAnswers b)
    {
        Missing = Guard.Add(a.Missing, b.Missing, nameof(Missing));
        Invalid = Guard.Add(a.Invalid, b.Invalid, nameof(Invalid));
    }

    /// <summary>The number of questions asked but not answered.</summary>
    public long Missing { get; }

    /// <summary>The number of answers outside the scale.</summary>
    public long Invalid { get; }

    /// <summary>Adds other excluded answers.</summary>
    /// <param name="other">The counts to add.</param>
    /// <returns>The sums of the missing and of the invalid answers.</returns>
    /// <exception cref="OverflowException">A count would exceed <see cref="long.MaxValue"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ExcludedAnswers Combine(ExcludedAnswers other) => new(in this, in other);

    /// <summary>The two counts as invariant text.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Missing} missing, {Invalid} invalid");

    /// <summary>The answers that are in no base, without the kinds of which there are none.</summary>
    internal IReadOnlyList<LeftOutCount> LeftOut => LeftOutCount.Of((LeftOutKind.Missing, Missing), (LeftOutKind.Invalid, Invalid));

    static ExcludedAnswers IJsonRecord<ExcludedAnswers>.Json(JsonMembers<ExcludedAnswers> json) => new(
        json.Value(nameof(Missing), x => x.Missing),
        json.Value(nameof(Invalid), x => x.Invalid));
}
