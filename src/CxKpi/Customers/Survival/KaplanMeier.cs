namespace CxKpi;

/// <summary>The product of Kaplan and Meier over a table of risk sets, with Greenwood's variance.</summary>
internal static class KaplanMeier
{
    internal static SurvivalPoint[] Of(ReadOnlySpan<SurvivalStep> steps, double quantile, SurvivalLimits limits)
    {
        List<SurvivalPoint> points = new(steps.Length);
        RiskSet risk = new(steps);
        double survival = 1, greenwood = 0;
        (double? Lower, double? Upper) ends = (null, null);
        while (risk.MoveNext())
        {
            SurvivalStep step = risk.Step;
            if (step.Gone == 0)
            {
                continue;
            }

            if (step.Ended > 0)
            {
                double stay = risk.AtRisk - step.Ended;
                survival *= stay / risk.AtRisk;
                greenwood += step.Ended / (risk.AtRisk * stay);
                ends = (null, null);
                if (survival is > 0 and < 1)
                {
                    // The last digit may put a limit on the other side.
                    (double lower, double upper) = Limits(survival, Math.Sqrt(greenwood), quantile, limits);
                    ends = (Math.Min(lower, survival), Math.Max(upper, survival));
                }
            }

            double? error = survival > 0 ? survival * Math.Sqrt(greenwood) : null;
            points.Add(new(step.Time, risk.AtRisk, step.Ended, step.Open, survival, error, ends.Lower, ends.Upper));
        }

        return [.. points];
    }

    /// <summary>The first time at which all who were watched left, although others were watched later; the curve is 0 from then on.</summary>
    internal static double? EmptiesAt(ReadOnlySpan<SurvivalPoint> points)
    {
        for (int i = 0; i < points.Length - 1; i++)
        {
            if (points[i].Survival == 0)
            {
                return points[i].Time;
            }
        }

        return null;
    }

    /// <summary>The first time after which nobody is at risk: the last, or earlier where others enter only after it.</summary>
    internal static double? WatchedUntil(ReadOnlySpan<SurvivalStep> steps)
    {
        long present = 0;
        foreach (SurvivalStep step in steps)
        {
            present += step.Entered - step.Gone;
            if (present == 0)
            {
                return step.Time;
            }
        }

        return null;
    }

    /// <summary>The area under the curve between two times, with its standard error.</summary>
    internal static (double Area, double Error) Area(ReadOnlySpan<SurvivalPoint> points, double from, double until)
    {
        // Squares are of shares of the whole span, since squares of long times are beyond any number.
        double area = 0, variance = 0, end = until, span = until > from ? until - from : 1;
        for (int i = points.Length - 1; i >= 0; i--)
        {
            SurvivalPoint point = points[i];
            if (point.Time > until)
            {
                continue;
            }

            // From the end, so that the area after each time is known when its losses are counted.
            area += point.Survival * (end - point.Time);
            end = point.Time;
            if (point.Ended < point.AtRisk)
            {
                variance += area / span * (area / span) * (point.Ended / ((double)point.AtRisk * (point.AtRisk - point.Ended)));
            }
        }

        return (area + end - from, span * Math.Sqrt(variance));
    }

    private static (double Lower, double Upper) Limits(double survival, double error, double quantile, SurvivalLimits limits)
    {
        double spread = quantile * error;
        switch (limits)
        {
            case SurvivalLimits.LogLog:
                double log = Math.Log(survival), factor = Math.Exp(spread / -log);
                return (Math.Exp(log * factor), Math.Exp(log / factor));
            case SurvivalLimits.Log:
                return (survival * Math.Exp(-spread), Math.Min(1, survival * Math.Exp(spread)));
            case SurvivalLimits.Plain:
                return (Math.Max(0, survival * (1 - spread)), Math.Min(1, survival * (1 + spread)));
            case SurvivalLimits.Logit:
                double odds = survival / (1 - survival), times = Math.Exp(spread / (1 - survival));
                return (1 / (1 + times / odds), 1 / (1 + 1 / (odds * times)));
            case SurvivalLimits.ArcSine:
                double angle = Math.Asin(Math.Sqrt(survival)), turn = spread / 2 * Math.Sqrt(survival / (1 - survival));
                double low = Math.Sin(Math.Max(0, angle - turn)), high = Math.Sin(Math.Min(Math.PI / 2, angle + turn));
                return (low * low, high * high);
            default:
                throw Guard.Outside(nameof(limits), "must be a named value", limits);
        }
    }
}
