using CxKpi.Trends;

namespace CxKpi;

/// <summary>The figures of a series with the season, and perhaps the slope, beside which shifts are sought.</summary>
internal sealed class ShiftModel
{
    /// <summary>The number of figures more than terms that a fit needs.</summary>
    private const int LeastFree = 10;

    /// <summary>The number of harmonics that describe a yearly season of weeks, of which each has been observed only a few times.</summary>
    private const int Harmonics = 3;

    private const double WeeksPerYear = CalendarYear.Days / 7;

    /// <summary>The memories of a process that are considered.</summary>
    private static readonly double[] Memories = [.. Enumerable.Range(0, 20).Select(i => i / 20.0)];

    /// <summary>The variance of white noise beside a process of variance 1, or that of a process beside known noise of about 1.</summary>
    private static readonly double[] Shares = [0, 0.25, 0.5, 1, 2, 4];

    private readonly int seasonColumns;

    internal ShiftModel(PeriodSeries series, bool isSeasonal)
    {
        Cycle = isSeasonal ? Season.CycleOf(series.Unit) : 1;
        Input = ModelInput.Of(series);
        double[] figures = series.Complete.ToArray();
        Rows = [.. Enumerable.Range(0, figures.Length).Where(i => !double.IsNaN(figures[i]))];
        Figures = [.. Rows.Select(i => figures[i])];
        Response = [.. Rows.Select(i => Input.Response[i])];
        double known = Input.Noise.Length == 0 || Rows.Length == 0 ? 0 : Rows.Average(i => Input.Noise[i]);
        double[] noise = known > 0 ? [.. Rows.Select(i => Input.Noise[i])] : [];
        double least = RestrictedFit.LeastVariance(noise);
        Noise = [.. noise.Select(x => Math.Max(x, least))];
        Steps = [.. Rows.Select((row, i) => i == 0 ? 1 : row - Rows[i - 1])];
        Design = Seasons(series.First);
        seasonColumns = Design.Length;

        // A large level would cost digits, and the design holds it anyway.
        double level = Response.Length == 0 ? 0 : Response[0];
        Response = [.. Response.Select(response => response - level)];
        Figures = [.. Figures.Select(figure => figure - (Rows.Length == 0 ? 0 : figures[Rows[0]]))];
    }

    /// <summary>The number of seasons; 1 without a season.</summary>
    internal int Cycle { get; }

    /// <summary>The fewest figures in which shifts are sought.</summary>
    internal int Least => Cycle > 1 ? Design.Length + 2 + LeastFree : Sufficiency.LeastWithoutSeason;

    internal ModelInput Input { get; }

    /// <summary>The positions in the series of the periods that have a figure.</summary>
    internal int[] Rows { get; }

    /// <summary>The responses on the model's scale, less the first.</summary>
    internal double[] Response { get; }

    /// <summary>The figures in the KPI's unit, less the first.</summary>
    internal double[] Figures { get; }

    /// <summary>The sampling variances of the responses; empty when unknown.</summary>
    internal double[] Noise { get; }

    /// <summary>The usual sampling variance; 0 when unknown.</summary>
    internal double Known => Noise.Length == 0 ? 0 : Noise.Length / Noise.Sum(x => 1 / x);

    internal int[] Steps { get; }

    internal double[][] Design { get; private set; }

    /// <summary>The reason why shares have no log odds to search; null when they have.</summary>
    internal Notice? AllAlike => Input.IsLogit ? Notices.AllAlike(Rows.Select(i => Input.Series.Figures[i])) : null;

    internal double[] Slope => [.. Rows.Select(row => (double)row)];

    /// <summary>The fewest periods on either side of a shift.</summary>
    internal int Margin => Math.Max(2, Math.Max((int)Math.Ceiling(0.15 * Rows.Length), (Cycle + 1) / 2));

    /// <summary>The fewest periods between two of several shifts.</summary>
    internal int Shortest => Math.Max(6, (Cycle + 1) / 2);

    internal void AddSlope() => Design = [.. Design, Slope];

    /// <summary>A column of the design, or of the step beside it, in words.</summary>
    internal string NameOf(int column, Phrases words) =>
        column == 0 ? words.TheLevel : column < seasonColumns ? words.TheSeason : column < Design.Length ? words.TheTrend : words.TheEffect;

    internal double[] Step(int row)
    {
        double[] step = new double[Rows.Length];
        Array.Fill(step, 1, row, step.Length - row);
        return step;
    }

    /// <summary>The fit of the model with a step in a row, or without one.</summary>
    internal RestrictedFit Fit(int? row)
    {
        double[][] columns = row is { } at ? [.. Design, Step(at)] : Design;
        return RestrictedFit.CreateWithoutWhite(OrthogonalBasis.TryCreate(columns, Response, out _)!, Steps, Noise);
    }

    /// <summary>
    /// The errors that may lie behind the figures beside a step in a row: a process of every memory, with more or less white noise beside it, by how well they
    /// explain what season and step leave. Short series say little of either, and one best explanation would be taken for more than it is. None
    /// where the weights hide a column under all of them.
    /// </summary>
    internal IReadOnlyList<ShiftErrors> Errors(int? row)
    {
        OrthogonalBasis basis = OrthogonalBasis.TryCreate(row is { } at ? [.. Design, Step(at)] : Design, Response, out _)!;
        if (basis.SumOfSquares == 0)
        {
            return [new(new(0, 1, 0), 1)];
        }

        List<(double Height, ErrorProcess Process)> all = [];
        if (Noise.Length == 0)
        {
            foreach (double white in Shares)
            {
                RestrictedLikelihood likelihood = new(basis, Steps, [.. Steps.Select(_ => white)]);
                all.AddRange(Memories.Select(phi => (Seen(likelihood, likelihood.Profile(phi)), new ErrorProcess(phi, 1, white))));
            }
        }
        else
        {
            RestrictedLikelihood likelihood = new(basis, Steps, Noise);
            foreach (double share in Shares)
            {
                // Of no process at all the memory does not matter.
                double[] memories = share == 0 ? [0] : Memories;
                double once = Math.Log(Memories.Length / (double)memories.Length);
                all.AddRange(memories.Select(phi => new ErrorProcess(phi, share * Known, 0))
                    .Select(process => (Seen(likelihood, likelihood.At(process) + once), process)));
            }
        }

        double most = all.Max(x => x.Height);
        if (double.IsNegativeInfinity(most))
        {
            return [];
        }

        double total = all.Sum(x => Math.Exp(x.Height - most));
        return [.. all.Select(x => new ShiftErrors(x.Process, Math.Exp(x.Height - most) / total))];

        // Errors under which the weights hide a column explain nothing that can be told.
        static double Seen(RestrictedLikelihood likelihood, double height) => likelihood.Hidden < 0 ? height : double.NegativeInfinity;
    }

    /// <summary>The search for the largest step, which also allows for sampling and for the variance of the process beside step and design.</summary>
    internal ShiftSearch Search()
    {
        ShiftSearch search = With(Noise.Length == 0 ? 1 : Fit(null).ProcessVariance);
        return Noise.Length > 0 && search.Find(Response) is { } found ? With(Fit(found.Row).ProcessVariance) : search;

        ShiftSearch With(double process) => new(Design, Steps, Noise, process, Margin, Rows.Length - Margin);
    }

    /// <summary>The several shifts, as rows that open a new level, with their sizes.</summary>
    internal IReadOnlyList<(int Row, double Size)> Several()
    {
        int n = Rows.Length;
        double scale = DifferenceScale(WithoutSeason([]).Adjusted);
        int[] shifts = Settled([], 3 * Math.Log(n) * scale * scale);
        (_, _, double[] residuals) = WithoutSeason(shifts);
        double variance = residuals.Sum(x => x * x) / Math.Max(1, n - Design.Length - shifts.Length), phi = Math.Min(0.9, ShiftSearch.Memory(residuals, Steps));
        shifts = Settled(shifts, 3 * Math.Log(n) * variance * (1 + phi) / (1 - phi));
        double[] sizes = WithoutSeason(shifts).Sizes;
        return [.. shifts.Zip(sizes)];
    }

    /// <summary>Fits season and shifts in turn until neither changes.</summary>
    private int[] Settled(int[] shifts, double penalty)
    {
        double rounding = 1e-18 * Figures.Sum(x => x * x);
        for (int pass = 0; pass < 6; pass++)
        {
            double[] rest = WithoutSeason(shifts).Adjusted, spaced = new double[Rows[^1] - Rows[0] + 1];
            Array.Fill(spaced, double.NaN);
            for (int i = 0; i < rest.Length; i++)
            {
                spaced[Rows[i] - Rows[0]] = rest[i];
            }

            IReadOnlyList<LevelSegment> segments = LevelSegmentation.FromValues(spaced, Math.Max(penalty, rounding), Shortest).Segments;
            int[] found = [.. segments.Skip(1).Select(segment => Array.FindIndex(Rows, row => row >= Rows[0] + segment.Start))];
            if (found.SequenceEqual(shifts))
            {
                break;
            }

            shifts = found;
        }

        return shifts;
    }

    /// <summary>
    /// Least squares of season, slope and given shifts: what is left when season and slope alone are taken out, the shifts' sizes, and the residuals.
    /// </summary>
    private (double[] Adjusted, double[] Sizes, double[] Residuals) WithoutSeason(int[] shifts)
    {
        double[][] columns = [.. Design, .. shifts.Select(Step)];
        if (OrthogonalBasis.TryCreate(columns, Figures, out _) is not { } basis)
        {
            return shifts.Length == 0 ? (Figures, [], Figures) : WithoutSeason(shifts[..^1]);
        }

        int count = columns.Length;
        double[] coefficients = new double[count];
        for (int i = count - 1; i >= 0; i--)
        {
            double sum = basis.Coordinates[i];
            for (int j = i + 1; j < count; j++)
            {
                sum -= basis.Triangle[i * count + j] * coefficients[j];
            }

            coefficients[i] = sum / basis.Triangle[i * count + i];
        }

        double[] rest = [.. Figures], residuals = new double[rest.Length];
        for (int t = 0; t < rest.Length; t++)
        {
            for (int j = 1; j < Design.Length; j++)
            {
                rest[t] -= coefficients[j] * Design[j][t];
            }

            residuals[t] = basis.Extended[t * basis.Width + count];
        }

        return (rest, coefficients[Design.Length..], residuals);
    }

    /// <summary>The noise by differences of neighbours: a scale for the first look only, since it is too small where neighbours resemble each other.</summary>
    private static double DifferenceScale(double[] rest)
    {
        double[] differences = [.. rest.Skip(1).Zip(rest, (later, earlier) => later - earlier)];
        double middle = Selection.Median([.. differences]);
        double scale = 1.4826 * Selection.Median([.. differences.Select(x => Math.Abs(x - middle))]) / Math.Sqrt(2);
        return scale > 0 ? scale : Math.Sqrt(differences.Sum(x => x * x) / (2 * differences.Length));
    }

    private double[][] Seasons(CalendarPeriod first)
    {
        double[] level = [.. Rows.Select(_ => 1.0)];
        if (Cycle == 1)
        {
            return [level];
        }

        if (Cycle == 52)
        {
            double[] phases = [.. Rows.Select(row => 2 * Math.PI * (first.Plus(row).Start.DayOfYear + 2.5) / (7 * WeeksPerYear))];
            return
            [
                level,
                .. Enumerable.Range(1, Harmonics)
                    .SelectMany(k => new double[][] { [.. phases.Select(x => Math.Sin(k * x))], [.. phases.Select(x => Math.Cos(k * x))] }),
            ];
        }

        Season[] seasons = [.. Rows.Select(row => Season.Of(first.Plus(row)))];
        return [level, .. seasons.Distinct().Order().Skip(1).Select(season => seasons.Select(own => own == season ? 1.0 : 0).ToArray())];
    }
}
