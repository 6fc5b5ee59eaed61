using System.Globalization;

namespace CxKpi.Benchmarks.Coverage;

/// <summary>Prints docs/coverage.md: how often every default interval holds the true value, and which cells do not keep their bounds.</summary>
internal static class CoverageReport
{
    private const string Columns = """
        | sample | n | covers | truth below | truth above | flagged | border | |
        |---|---|---|---|---|---|---|---|
        """;

    /// <param name="output">Receives the page.</param>
    /// <param name="quick">A tenth of the samples, and three standard errors of the simulation allowed beyond a bound.</param>
    /// <returns>The exit code: 1 when a cell is over its bounds.</returns>
    public static int Run(TextWriter output, bool quick)
    {
        double allowance = quick ? 3 : 0;
        int samples = quick ? 1000 : 10_000;
        Dictionary<Standing, int> standings = [];
        output.WriteLine(Head);

        Section("Means on a scale", "Answers from 1 to 5; Wilson's limits on the effective sample size.", Samples.Ratings(samples));
        Section(
            "Parts of a total",
            "A tenth of the accounts leave and a tenth pay half, whatever their size; Wilson's limits on the effective sample size.",
            Samples.Retention(samples));
        Section(
            "Skewed amounts",
            "Limits on the logarithm. Where rows are fewer than 25 times the squared skewness the estimate is flagged `Skewed`, and the true mean lies above "
                + "the upper limit more often than promised: such samples cannot be trusted to hold it.",
            Samples.Amounts(samples));
        Section("Net scores", "The score interval.", Samples.NetScores(samples));
        Section(
            "Indices of several questions",
            "Three net scores whose answers correlate by one half: with the covariances of the respondents, and from counts per question, "
                + "which do not show them.",
            Samples.Indices(samples));
        Section(
            "Shares",
            "All outcomes added up, Wilson's interval. A rare property that is found once lies above what it is: the lower limit misses.",
            Enumeration.Shares());
        Section("Least coverage of a share", "The share up to one half at which each method covers least.", Enumeration.LeastOfShares());
        Section("Rates", "All outcomes added up, Garwood's interval; n is the number of expected events.", Enumeration.Rates());
        Section(
            "Calls of a queue",
            "Months of one queue (M/M/c, 21 days of 8 hours, 5 minutes a call, 20 seconds as the limit), n is the number of days. "
                + "With calls as the unit, a month's interval rarely holds the queue's service level, and one month is called different from the next where "
                + "nothing differs.",
            Queues.All(quick ? 100 : 1000));
        Section("Clusters", "Clusters of 20 shares or of one to five answers, whose logits spread by 1; n is the number of clusters.", Clusters.All(samples));

        Section(
            "Answers with weights",
            "Lognormal weights with a coefficient of variation of .4 or .8 that have nothing to do with the answers; score limits or Wilson's on the "
                + "effective sample size, with Student's quantile.",
            WeightedAnswers.All(samples));

        Section(
            "Comparisons",
            "Two samples of n each, or four; \"border\" is how often the change is called different from none. An order value that did not change, "
                + "and net scores that changed alike, are called different by chance.",
            Comparisons.All(samples));
        Section(
            "League tables",
            "Agents with 10 to 320 contacts each, n is the number of agents. Limits of shares and ranks are counted over all agents of a table; of the funnel "
                + "limits, \"truth below\" is how often any agent is called worse and \"truth above\" better where none is.",
            Leagues.All(samples / 20));

        Section(
            "Looking every day",
            "Confidence sequences of 100 days, looked at each day, n is the number of answers by the end. A sample covers when the limits of all days hold the "
                + "truth; \"border\" is how often a target at the truth is excluded on any day.",
            Sequences.All(samples / 5));

        bool isOver = Differences("Differences of shares", "counts out of n", Enumeration.ShareDifferences());
        isOver |= Differences("Differences of rates", "events over n units of exposure", Enumeration.RateDifferences());

        output.WriteLine();
        int over = standings.GetValueOrDefault(Standing.Over);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{standings.GetValueOrDefault(Standing.Within)} cells within, {standings.GetValueOrDefault(Standing.Flagged)} flagged, "
                + $"{standings.GetValueOrDefault(Standing.Named)} named, {over} over."));
        return over > 0 || isOver ? 1 : 0;

        void Section(string title, string remark, IEnumerable<Cell> cells)
        {
            output.WriteLine();
            output.WriteLine($"## {title}");
            output.WriteLine(remark);
            output.WriteLine();
            output.WriteLine(Columns);
            foreach (Cell cell in cells)
            {
                output.WriteLine(cell.Row(allowance));
                Standing standing = cell.StandingAt(allowance);
                standings[standing] = standings.GetValueOrDefault(standing) + 1;
            }
        }

        // One row a size, one column a size of the other side.
        bool Differences(string title, string what, (int Size, int Other, double Worst)[] all)
        {
            const double Most = 0.06, Least = 0.03;
            int[] sizes = [.. all.Select(pair => pair.Size).Distinct()];
            output.WriteLine();
            output.WriteLine($"## {title}");
            output.WriteLine(
                $"How often equal {what} are called different at 5 %, at the worst of all values. Nowhere may it be above .06, and not everywhere below .03.");
            output.WriteLine();
            output.WriteLine($"| n | {string.Join(" | ", sizes)} |");
            output.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---|", sizes.Length))}");
            foreach (int size in sizes)
            {
                IEnumerable<string> cells = sizes.Select(other => Worst(size, other) is { } worst ? Cell.Rate(worst) : "");
                output.WriteLine($"| {size} | {string.Join(" | ", cells)} |");
            }

            return all.Max(pair => pair.Worst) > Most || all.Max(pair => pair.Worst) < Least;

            double? Worst(int size, int other) =>
                all.Where(pair => (pair.Size, pair.Other) == (size, other)).Select(pair => (double?)pair.Worst).FirstOrDefault();
        }
    }

    private const string Head = """
        # Coverage: what the intervals promise, measured
        An interval at 95 % holds the true value in 95 of 100 samples. This page says how often the default intervals do for means on a scale, parts of a total,
        amounts, net scores, indices of several questions, shares, rates, clusters, answers with weights, comparisons, league tables and confidence sequences,
        and how often equal shares and rates are called different. Other intervals, such as those of percentiles, are not on it. It is the output of

        ```
        dotnet run -c Release --project benchmarks/CxKpi.Benchmarks -- coverage
        ```

        which exits with 1 when a cell is over its bounds. `--quick` draws a tenth of the samples and allows a cell three standard errors of the simulation.
        Every sample has a seed of its own: the figures are the same on any number of cores.

        A cell is `Within` when the interval covers at least .93 and misses at most .05 on either side. Where it does not, the estimate must be flagged in at
        least .95 of the samples (`Flagged`), or the cell is named in the documentation of its method as one that is not kept (`Named`); otherwise it is
        `Over`. `Comparison` is there to compare with. "Truth below" is how often the truth lies below the interval, "border" how often a target exactly at
        the truth is called met or missed.
        """;
}
