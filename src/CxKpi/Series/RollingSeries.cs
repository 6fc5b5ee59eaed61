using System.Collections;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Trends;

/// <summary>One record per rolling window of several periods, under the last period of the window.</summary>
/// <typeparam name="TKpi">The type of the KPI record.</typeparam>
/// <remarks>
/// Neighbouring windows share all periods but one. They are a smoothed picture and not new evidence: a test of a trend, a season or an effect
/// must use the periods themselves, and two windows can be compared only when they share no period, as <see cref="Changes"/> does.
/// </remarks>
[JsonConverter(typeof(SelfJsonConverterFactory))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial class RollingSeries<TKpi> : IReadOnlyList<KeyValuePair<CalendarPeriod, TKpi>>, ILocalizedFace, IJsonRecord<RollingSeries<TKpi>>
    where TKpi : struct, IKpi<TKpi>
{
    private readonly KeyValuePair<CalendarPeriod, TKpi>[] windows;
    private readonly int incompleteAtStart;
    private readonly int incompleteAtEnd;

    internal RollingSeries(int width, KeyValuePair<CalendarPeriod, TKpi>[] windows, int incompleteAtStart, int incompleteAtEnd)
    {
        Width = width;
        this.windows = windows;
        this.incompleteAtStart = Math.Min(incompleteAtStart, windows.Length);
        this.incompleteAtEnd = Math.Min(incompleteAtEnd, windows.Length);
    }

    /// <summary>The number of periods in a window.</summary>
    public int Width { get; }

    /// <summary>Whether neighbouring windows share periods, which is the case unless a window is one period wide.</summary>
    public bool Overlaps => Width > 1;

    /// <summary>Whether the first window begins in a period that the rows cover only in part.</summary>
    public bool IsFirstIncomplete => incompleteAtStart > 0;

    /// <summary>Whether the last window ends in a period that had not ended when the rows were gathered.</summary>
    public bool IsLastIncomplete => incompleteAtEnd > 0;

    /// <summary>The number of full windows.</summary>
    public int Count => windows.Length;

    /// <summary>The value of each window, in the definition's unit; <see langword="null"/> where it is undefined.</summary>
    public IReadOnlyList<double?> Values => field ??= [.. windows.Select(window => window.Value.Value)];

    /// <summary>The last period of a window, and the window's record.</summary>
    /// <param name="index">The position, from 0 for the first full window.</param>
    /// <returns>The period and the record.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public KeyValuePair<CalendarPeriod, TKpi> this[int index] => windows[Guard.Position(index, Count, "series")];

    /// <summary>
    /// Calculates the change of each window from the latest one that shares no period with it;
    /// it is <see langword="null"/> where either is undefined or incomplete.
    /// </summary>
    /// <param name="confidence">The confidence level, between 0 and 1, both excluded.</param>
    /// <returns>One change for each window that has such a baseline; neighbouring changes overlap as the windows do.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public IReadOnlyList<KeyValuePair<CalendarPeriod, Change?>> Changes(double confidence = 0.95)
    {
        Guard.Confidence(confidence);
        return [.. windows.Skip(Width)
            .Select((window, i) => KeyValuePair.Create(window.Key, ChangeFrom(windows[i], window, i, confidence)))];
    }

    /// <summary>Whether the window at a position contains a period that is covered only in part.</summary>
    internal bool IsIncompleteAt(int index) => index < incompleteAtStart || index >= windows.Length - incompleteAtEnd;

    private Change? ChangeFrom(KeyValuePair<CalendarPeriod, TKpi> baseline, KeyValuePair<CalendarPeriod, TKpi> window, int index, double confidence) =>
        IsIncompleteAt(index) || IsIncompleteAt(index + Width)
            ? null
            : SoundChange.Between(window.Value, DaysOf(window.Key), baseline.Value, DaysOf(baseline.Key), confidence);

    private int DaysOf(CalendarPeriod last) => SoundChange.Days(last.Plus(1 - Width), last);

    /// <summary>Enumerates the windows in order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<CalendarPeriod, TKpi>> GetEnumerator() => ((IEnumerable<KeyValuePair<CalendarPeriod, TKpi>>)windows).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The windows as text, one line per window.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() => string.Join(
        Environment.NewLine,
        windows.Select((window, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"{window.Key.Plus(1 - Width)} to {window.Key}: {window.Value}{(IsIncompleteAt(i) ? $" ({Phrases.English.Incomplete})" : "")}")));

    static RollingSeries<TKpi> IJsonRecord<RollingSeries<TKpi>>.Json(JsonMembers<RollingSeries<TKpi>> json)
    {
        RollingSeries<TKpi> result = json.Result;
        json.Value(nameof(Width), x => x.Width);
        json.Value(nameof(Overlaps), x => x.Overlaps);
        json.Value(nameof(IsFirstIncomplete), x => x.IsFirstIncomplete);
        json.Value(nameof(IsLastIncomplete), x => x.IsLastIncomplete);
        json.OptionalValues(nameof(Values), x => x.Values);
        json.List("Windows", x => x);
        return result;
    }
}
