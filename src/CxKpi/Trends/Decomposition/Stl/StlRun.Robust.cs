namespace CxKpi;

/// <content>The robust weights, and when they have converged.</content>
internal unsafe ref partial struct StlRun
{
    /// <summary>The bisquare weights of the remainders, on the scale of six median absolute remainders.</summary>
    private void Weigh()
    {
        weighted = true;
        int observed = 0;
        for (int i = 0; i < count; i++)
        {
            double remainder = Math.Abs(values[i] - seasonal[i] - trend[i]);
            scratch[i] = remainder;
            other[observed] = remainder;
            observed += prior[i] > 0 ? 1 : 0;
        }

        (double lower, double upper) = Selection.Middle(new(other, observed));
        double scale = 3 * (lower + upper);
        if (!(scale > NoScale * range))
        {
            new Span<double>(prior, count).CopyTo(new(weights, count));
            if (robustness is not null)
            {
                new Span<double>(robustness, count).Fill(1);
            }

            return;
        }

        double* target = robustness is null ? scratch : robustness;
        Elementwise.Bisquare(scratch, scale, target, count);
        Elementwise.Multiply(target, prior, weights, count);
    }

    /// <summary>Whether the last iteration changed season and trend by no more than a hundredth of their range, or than the options say.</summary>
    private readonly bool HasSettled() =>
        HasSettled(seasonal, oldSeasonal) && HasSettled(trend, oldTrend);

    private readonly bool HasSettled(double* now, double* old)
    {
        double lowest = old[0], highest = old[0], moved = 0;
        for (int i = 0; i < count; i++)
        {
            lowest = Math.Min(lowest, old[i]);
            highest = Math.Max(highest, old[i]);
            moved = Math.Max(moved, Math.Abs(now[i] - old[i]));
        }

        return moved <= plan.Options.StopTolerance * (highest - lowest);
    }
}
