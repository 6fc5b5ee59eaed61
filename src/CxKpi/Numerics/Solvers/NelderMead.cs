namespace CxKpi;

/// <summary>Downhill by a simplex that reflects, stretches and shrinks; no derivatives, no chance.</summary>
/// <remarks>
/// Points outside the box are moved onto its face. A simplex that has collapsed onto a face cannot leave it,
/// so the descent starts afresh from where it ended until that gains nothing.
/// Source: J. Nelder and R. Mead, <em>A simplex method for function minimization</em>, Computer Journal 7 (1965), 308-313.
/// </remarks>
internal static class NelderMead
{
    private const double Step = 0.12;


    private const int Restarts = 6;

    private const int EvaluationsPerDimension = 150;

    /// <summary>Moves a point of the unit box to a nearby minimum, and gives the function's value there.</summary>
    /// <param name="function">The function.</param>
    /// <param name="point">The start; afterwards the minimum.</param>
    /// <param name="tolerance">The size of a simplex that is small enough; a function is flat at its minimum, so its value there is better known by
    /// far.</param>
    internal static double Descend<TFunction>(in TFunction function, Span<double> point, double tolerance)
        where TFunction : struct, IVectorFunction
    {
        double height = function.At(point);
        for (int restart = 0; restart < Restarts; restart++)
        {
            double before = height;
            height = Walk(function, point, height, restart % 2 == 0 ? Step : Step / 4, tolerance);
            if (restart > 0 && !(before - height > tolerance / 100 * Math.Abs(before)))
            {
                break;
            }
        }

        return height;
    }

    private static double Walk<TFunction>(in TFunction function, Span<double> point, double height, double step, double tolerance)
        where TFunction : struct, IVectorFunction
    {
        int n = point.Length;
        double[][] corners = new double[n + 1][];
        double[] heights = new double[n + 1];
        for (int i = 0; i <= n; i++)
        {
            corners[i] = point.ToArray();
            if (i > 0)
            {
                corners[i][i - 1] += point[i - 1] > 0.5 ? -step : step;
            }

            heights[i] = i == 0 ? height : function.At(corners[i]);
        }

        double[] middle = new double[n], tried = new double[n], further = new double[n];
        int left = EvaluationsPerDimension * n;
        while (left > 0)
        {
            Array.Sort(heights, corners);
            if (Size(corners) < tolerance || heights[n] == heights[0])
            {
                break;
            }

            Middle(corners, middle);
            double reflected = Try(function, middle, corners[n], 1, tried, ref left);
            if (reflected < heights[0])
            {
                double stretched = Try(function, middle, corners[n], 2, further, ref left);
                Replace(corners, heights, stretched < reflected ? further : tried, Math.Min(stretched, reflected));
            }
            else if (reflected < heights[n - 1])
            {
                Replace(corners, heights, tried, reflected);
            }
            else
            {
                double contracted = Try(function, middle, corners[n], reflected < heights[n] ? 0.5 : -0.5, further, ref left);
                if (contracted < Math.Min(reflected, heights[n]))
                {
                    Replace(corners, heights, further, contracted);
                }
                else
                {
                    Shrink(function, corners, heights, ref left);
                }
            }
        }

        Array.Sort(heights, corners);
        corners[0].CopyTo(point);
        return heights[0];
    }

    private static double Try<TFunction>(in TFunction function, double[] middle, double[] worst, double factor, double[] tried, ref int left)
        where TFunction : struct, IVectorFunction
    {
        for (int j = 0; j < middle.Length; j++)
        {
            tried[j] = Math.Clamp(middle[j] + factor * (middle[j] - worst[j]), 0, 1);
        }

        left--;
        return function.At(tried);
    }

    private static void Shrink<TFunction>(in TFunction function, double[][] corners, double[] heights, ref int left)
        where TFunction : struct, IVectorFunction
    {
        for (int i = 1; i < corners.Length; i++)
        {
            for (int j = 0; j < corners[i].Length; j++)
            {
                corners[i][j] = (corners[0][j] + corners[i][j]) / 2;
            }

            heights[i] = function.At(corners[i]);
            left--;
        }
    }

    private static void Replace(double[][] corners, double[] heights, double[] by, double height)
    {
        by.CopyTo(corners[^1], 0);
        heights[^1] = height;
    }

    private static void Middle(double[][] corners, double[] middle)
    {
        for (int j = 0; j < middle.Length; j++)
        {
            double sum = 0;
            for (int i = 0; i < middle.Length; i++)
            {
                sum += corners[i][j];
            }

            middle[j] = sum / middle.Length;
        }
    }

    private static double Size(double[][] corners)
    {
        double size = 0;
        for (int i = 1; i < corners.Length; i++)
        {
            for (int j = 0; j < corners[i].Length; j++)
            {
                size = Math.Max(size, Math.Abs(corners[i][j] - corners[0][j]));
            }
        }

        return size;
    }
}
