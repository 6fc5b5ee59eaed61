using System.Collections;
using System.Globalization;
using System.Text.Json.Serialization;
using NodaTime;

namespace CxKpi.Trends;

/// <summary>One figure per calendar period, without gaps: a period whose figure is missing is included and is <see langword="null"/>.</summary>
/// <remarks>
/// Use this type when only figures are available. A <see cref="KpiSeries{TKpi}"/> also has the evidence behind each figure and is converted when needed.
/// Create shares of counts with <see cref="FromShares"/>, and pass the sampling variances of other figures when they are known:
/// what chance explains can then be told from what needs an explanation.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<PeriodSeries>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public sealed partial class PeriodSeries : IReadOnlyList<KeyValuePair<CalendarPeriod, double?>>, ILocalizedFace
{
    // NaN is a missing figure; empty when not known.
    private readonly double[] figures;
    private readonly double[] fitted;
    private readonly double[] fittedVariances;
    private readonly double[] variances;
    private readonly double[] sizes;
    private double[]? shareVariances;

    internal PeriodSeries(CalendarPeriod first, double[] figures, double[] variances, double[] sizes, int incompleteAtStart = 0)
    {
        First = PeriodCount.WithRoom(first, figures.Length);
        this.figures = figures;
        this.variances = variances;
        this.sizes = sizes;
        IncompleteAtStart = Math.Min(incompleteAtStart, figures.Length);
        fitted = WithoutStart(figures);
        fittedVariances = WithoutStart(variances);
    }

    /// <summary>The first period.</summary>
    public CalendarPeriod First { get; }

    /// <summary>The unit of the periods.</summary>
    public CalendarUnit Unit => First.Unit;

    /// <summary>The number of periods, including those without a figure.</summary>
    public int Count => figures.Length;

    /// <summary>Whether the figures begin within the first period, which they cover only in part; such a period is shown and never tested.</summary>
    public bool IsFirstIncomplete => IncompleteAtStart > 0;

    /// <summary>Whether the last period had not ended when the figures were taken; such a period is shown and never tested.</summary>
    public bool IsLastIncomplete => IncompleteAtEnd > 0;

    /// <summary>The number of periods at the start that the figures do not cover or cover only in part: more than one where a window added some.</summary>
    internal int IncompleteAtStart { get; }

    /// <summary>The number of such periods at the end.</summary>
    internal int IncompleteAtEnd { get; init; }

    /// <summary>The number of periods before those that are incomplete at the end.</summary>
    internal int CompleteCount => Count - IncompleteAtEnd;

    /// <summary>Whether the figures are shares of known counts, in [0, 1].</summary>
    public bool IsShare { get; internal init; }

    /// <summary>Which direction is good; <see cref="KpiDirection.Neutral"/> for figures alone.</summary>
    public KpiDirection Direction { get; internal init; } = KpiDirection.Neutral;

    /// <summary>What the figures can be at all.</summary>
    internal FigureRange Range { get => IsShare ? new(0, 1) : field; init; } = FigureRange.Any;

    /// <summary>Whether the figures may be amounts that have no upper end, and no lower one but 0.</summary>
    internal bool IsAmount => !IsShare && double.IsPositiveInfinity(Range.Highest) && Range.Lowest is 0 or double.NegativeInfinity;

    /// <summary>The figures, in their own units; NaN where one is missing, and for incomplete first periods, which are fitted nowhere.</summary>
    internal ReadOnlySpan<double> Figures => fitted;

    /// <summary>All figures as they are shown, in their own units; NaN where one is missing.</summary>
    internal ReadOnlySpan<double> Shown => figures;

    /// <summary>The figures of the complete periods, that is without those of incomplete last periods.</summary>
    internal ReadOnlySpan<double> Complete => Figures[..CompleteCount];

    /// <summary>The sampling variance of each figure, in squared units; NaN where the figure is missing; empty when the variances are unknown.</summary>
    /// <remarks>The variances of shares follow from the shares of the series' complete periods, so those of a slice depend on its own counts alone.</remarks>
    internal ReadOnlySpan<double> Variances => IsShare ? shareVariances ??= ShareVariances.Known(this) : fittedVariances;

    /// <summary>The number of observations behind each figure; empty when unknown.</summary>
    internal ReadOnlySpan<double> Sizes => sizes;

    /// <summary>The period and the figure at a position.</summary>
    /// <param name="index">The position, from 0 for the first period.</param>
    /// <returns>The period and its figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public KeyValuePair<CalendarPeriod, double?> this[int index] => new(First.Plus(Guard.Position(index, Count, "series")), OrNull(figures[index]));

    /// <summary>Creates the series from figures alone, in the order of their periods.</summary>
    /// <param name="first">The period of the first figure.</param>
    /// <param name="values">The figures, which must be finite; <see langword="null"/> where one is missing.</param>
    /// <param name="samplingVariances">The squared standard error of each figure, not negative; ignored where the figure is missing.
    /// <see langword="null"/> when
    /// unknown.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not finite, or a variance is negative or not finite; the message names its
    /// position.</exception>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static PeriodSeries FromValues(CalendarPeriod first, IEnumerable<double?> values, IEnumerable<double>? samplingVariances = null)
    {
        const string Advice = "pass null where a figure is missing";
        double[] points =
        [
            .. Guard.NotNull(values).Select((value, i) => value is { } given ? Guard.FiniteAt(given, i, nameof(values), Advice) : double.NaN),
        ];
        double[] squares = samplingVariances is null ? [] : [.. samplingVariances];
        if (samplingVariances is not null)
        {
            Guard.SameLength(points.Length, squares.Length, nameof(values), nameof(samplingVariances));
            for (int i = 0; i < squares.Length; i++)
            {
                squares[i] = double.IsNaN(points[i])
                    ? double.NaN
                    : Guard.FiniteAt(Guard.NotNegativeAt(squares[i], i, nameof(samplingVariances)), i, nameof(samplingVariances));
            }
        }

        return new(first, points, squares, []);
    }

    /// <summary>Creates the series from shares of counts, such as satisfied answers or lost customers.</summary>
    /// <param name="first">The period of the first share.</param>
    /// <param name="shares">The counts of each period; a total of 0 is a missing figure.</param>
    /// <returns>The series. The sampling variance of a share is p(1 − p)/n, where p is its season's share with half of one added to hits and misses.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="shares"/> is <see langword="null"/>.</exception>
    public static PeriodSeries FromShares(CalendarPeriod first, IEnumerable<ShareTally> shares)
    {
        ShareTally[] tallies = [.. Guard.NotNull(shares)];
        return new(
            first,
            [.. tallies.Select(tally => tally.Value ?? double.NaN)],
            [],
            [.. tallies.Select(tally => (double)tally.N)])
        {
            IsShare = true,
        };
    }

    /// <summary>Returns the same series, where the last day covered by the figures decides whether the last period is complete.</summary>
    /// <param name="lastDay">The last day covered, in the ISO calendar.</param>
    /// <returns>The series; the last period is incomplete when it ends after that day.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public PeriodSeries Through(LocalDate lastDay)
    {
        CalendarGuard.Iso(lastDay);
        return With(Direction, IncompleteAtStart, Enumerable.Range(0, Count).Count(i => First.Plus(i).End > lastDay));
    }

    /// <summary>Returns the same series, where the first day covered by the figures decides whether the first period is complete.</summary>
    /// <param name="firstDay">The first day covered, in the ISO calendar.</param>
    /// <returns>The series; the first period is incomplete when it begins before that day.</returns>
    /// <exception cref="ArgumentException">The day is not in the ISO calendar.</exception>
    public PeriodSeries Since(LocalDate firstDay)
    {
        CalendarGuard.Iso(firstDay);
        return With(Direction, Enumerable.Range(0, Count).Count(i => First.Plus(i).Start < firstDay), IncompleteAtEnd);
    }

    /// <summary>Whether the period at a position is covered only in part.</summary>
    internal bool IsIncompleteAt(int index) => index < IncompleteAtStart || index >= CompleteCount;

    /// <summary>Enumerates the periods in order.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<CalendarPeriod, double?>> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The series as text, one line per period.</summary>
    /// <returns>Text for display.</returns>
    public override string ToString() =>
        string.Join(
            Environment.NewLine,
            this.Select((point, i) => string.Create(
                CultureInfo.InvariantCulture,
                $"{point.Key}: {KpiText.Short(point.Value)}{(IsIncompleteAt(i) ? $" ({Phrases.English.Incomplete})" : "")}")));

    internal PeriodSeries With(KpiDirection direction, int incompleteAtStart, int incompleteAtEnd) =>
        new(First, figures, variances, sizes, incompleteAtStart)
        {
            IsShare = IsShare,
            Range = Range,
            Direction = direction,
            IncompleteAtEnd = incompleteAtEnd,
        };

    /// <summary>
    /// The same series divided by a unit, for methods that are not aware of units, with variances that are numbers beside the figures; the series itself
    /// when neither changes it.
    /// </summary>
    internal PeriodSeries Over(double unit)
    {
        double largest = Largest() / unit;
        double[] beside = [.. variances.Select(x => SamplingVariance.Beside(x / unit / unit, largest))];
        return unit == 1 && beside.SequenceEqual(variances) ? this : new(First, [.. figures.Select(x => x / unit)], beside, sizes, IncompleteAtStart)
        {
            IsShare = IsShare,
            Range = new(Range.Lowest / unit, Range.Highest / unit),
            Direction = Direction,
            IncompleteAtEnd = IncompleteAtEnd,
        };
    }

    /// <summary>The logarithms of figures that are all above 0; <see langword="null"/> when one is not, and for shares.</summary>
    internal PeriodSeries? Logarithms() => IsShare || figures.Length == 0 || !Array.TrueForAll(fitted, x => double.IsNaN(x) || x > 0)
        ? null
        : new(First, [.. fitted.Select(figure => Math.Log(figure))], [.. variances.Select(Relative)], sizes, IncompleteAtStart)
        {
            Direction = Direction,
            IncompleteAtEnd = IncompleteAtEnd,
        };

    /// <summary>What a figure of 1 stands for when squares of the figures would leave the range of numbers: a power of two; otherwise 1.</summary>
    internal double Magnitude()
    {
        const int Far = 300;
        int exponent = PowerOfTwo.Of(Largest());
        return exponent is > -Far and < Far ? 1 : Math.ScaleB(1, exponent);
    }

    private double Largest()
    {
        double largest = 0;
        foreach (double figure in fitted)
        {
            largest = Math.Max(largest, double.IsNaN(figure) ? 0 : Math.Abs(figure));
        }

        return largest;
    }

    private double Relative(double variance, int index) => SamplingVariance.Beside(variance / figures[index] / figures[index], 1);

    // An incomplete period at the start is like a missing one to all that fits.
    private double[] WithoutStart(double[] known) =>
        IncompleteAtStart == 0 || known.Length == 0 ? known : [.. Enumerable.Repeat(double.NaN, IncompleteAtStart), .. known[IncompleteAtStart..]];

    private static double? OrNull(double figure) => double.IsNaN(figure) ? null : figure;

    private static string At(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]");
}
