namespace CxKpi;

/// <summary>Local regression along series that lie interleaved in one array, all of them at once.</summary>
/// <remarks>
/// With stride p, element f belongs to the series f mod p; with stride 1 there is one series.
/// Where all weights are equal, the fit at one place is a fixed weighted sum of its window, and the same one wherever the window is whole.
/// Because neighbouring series are neighbours in memory, that sum runs down the array without gathering; so does the one at each depth from either end.
/// Source: W. Cleveland, <em>Robust locally weighted regression and smoothing scatterplots</em>, JASA 74 (1979), 829–836.
/// </remarks>
internal unsafe struct LoessPass
{
    /// <summary>What is smoothed.</summary>
    internal double* Values;

    /// <summary>The weights; null when all are equal.</summary>
    internal double* Weights;

    /// <summary>Weights times values.</summary>
    internal double* Products;

    /// <summary>The weights without those of robustness, for a series in which the robust weights are all 0.</summary>
    internal double* Prior;

    /// <summary>The fitted values; for series that are continued at both ends, one stride precedes them and one follows.</summary>
    internal double* Target;

    /// <summary>Room for the longest kernel and seven places more.</summary>
    internal double* Kernel;

    internal int Length;
    internal int Stride;

    /// <summary>The window, odd.</summary>
    internal int Span;
    internal int Degree;
    internal int Jump;

    /// <summary>Whether the safeguards of the published program are kept, for comparison with it.</summary>
    internal bool Original;

    // Fitting everywhere and interpolating over most of it is faster than fitting here and there, up to about this jump.
    private const int DenseJump = 4;

    // The geometry that the kernel was built for.
    private int builtBefore;
    private int builtAfter;
    private double builtReach;
    private double builtLeast;
    private int skip;
    private int taps;

    internal void Smooth()
    {
        builtReach = -1;
        int rows = Length / Stride, longer = Length % Stride;
        if (Span <= rows && Math.Min(Jump, rows - 1) <= DenseJump)
        {
            SmoothDensely();
            if (Jump > 1)
            {
                Knots(0, longer, rows + 1, fit: false);
                Knots(longer, Stride - longer, rows, fit: false);
            }
        }
        else
        {
            Knots(0, longer, rows + 1, fit: true);
            Knots(longer, Stride - longer, rows, fit: true);
        }
    }

    /// <summary>Fits one place before the first and one after the last of each series.</summary>
    internal void Continue()
    {
        int rows = Length / Stride, longer = Length % Stride;
        Continue(0, longer, rows + 1);
        Continue(longer, Stride - longer, rows);
    }

    private void Continue(int column, int count, int rows)
    {
        if (count == 0)
        {
            return;
        }

        int window = Math.Min(Span, rows);
        double reach = window + (Span > rows ? (Span - rows) / 2 : 0);
        Fit(column - Stride, -1, window, reach, count, rows);
        Fit(rows * Stride + column, window, -1, reach, count, rows);
    }

    private void SmoothDensely()
    {
        // Only the published program asks how long a series is: for other fits all series are as one.
        int half = (Span - 1) / 2, rows = Length / Stride, longer = Original ? Length % Stride : 0;
        for (int depth = 0; depth < half; depth++)
        {
            int start = depth * Stride, end = Length - (depth + 1) * Stride, rest = Span - 1 - depth;
            Fit(start, depth, rest, rest, longer, rows + 1);
            Fit(start + longer, depth, rest, rest, Stride - longer, rows);
            Fit(end, rest, depth, rest, Stride - longer, rows);
            Fit(end + Stride - longer, rest, depth, rest, longer, rows + 1);
        }

        Fit(half * Stride, half, half, half, Length - 2 * half * Stride, rows, longer > 0 ? rows + 1 : rows);
    }

    /// <summary>Fits at every jump-th place of some columns, and interpolates between.</summary>
    private void Knots(int column, int count, int rows, bool fit)
    {
        if (count == 0)
        {
            return;
        }

        int jump = Math.Min(Jump, rows - 1), last = rows - 1;
        if (fit)
        {
            for (int row = 0; row < rows; row += jump)
            {
                Fit(row, row, column, count, rows);
            }
        }

        // The published program fits a last place that is no knot with the window of the last knot.
        int knot = last / jump * jump;
        if (knot != last)
        {
            Fit(last, knot, column, count, rows);
        }

        for (int row = 0; row < last; row += jump)
        {
            Interpolate(row, Math.Min(jump, last - row), column, count);
        }
    }

    private void Fit(int row, int windowOf, int column, int count, int rows)
    {
        int window = Math.Min(Span, rows);
        int first = Math.Clamp(windowOf - (Span - 1) / 2, 0, rows - window);
        int before = row - first, after = first + window - 1 - row;
        Fit(row * Stride + column, before, after, Math.Max(before, after) + (Span > rows ? (Span - rows) / 2 : 0), count, rows);
    }

    private readonly void Interpolate(int row, int steps, int column, int count)
    {
        unchecked
        {
            nint stride = Stride;
            double* from = Target + row * stride + column;
            double* to = from + steps * stride;
            for (int c = 0; c < count; c++)
            {
                double start = from[c], slope = (to[c] - start) / steps;
                for (int step = 1; step < steps; step++)
                {
                    from[step * stride + c] = start + slope * step;
                }
            }
        }
    }

    /// <summary>Fits neighbouring elements of series of one length, each from as many rows before and after it.</summary>
    private void Fit(int position, int before, int after, double reach, int count, int rows) => Fit(position, before, after, reach, count, rows, rows);

    /// <summary>Fits neighbouring elements, each from as many rows before and after it, of series of which some may have a row more.</summary>
    private void Fit(int position, int before, int after, double reach, int count, int rows, int mostRows)
    {
        if (count <= 0)
        {
            return;
        }

        // A window of equal places can't tell a slope; the published program asks for a spread against the whole series, which a long one never gives.
        double least = Least(before, after, rows), sure = Least(before, after, mostRows);
        Build(before, after, reach, least);
        nint start = position + (skip - before) * (nint)Stride;
        double* target = At(Target, position);
        if (Weights is null)
        {
            if (Stride == 1 && count == 1)
            {
                *target = StridedFilter.Dot(Kernel + skip, taps, At(Values, start));
            }
            else
            {
                StridedFilter.Apply(Kernel + skip, taps, At(Values, start), Stride, target, count);
            }

            return;
        }

        bool complete;
        if (Degree == 0)
        {
            complete = StridedFilter.Means(Kernel + skip, taps, At(Weights, start), At(Products, start), Stride, target, count);
        }
        else if (Stride == 1 && count == 1)
        {
            *target = StridedFilter.LineAt(Kernel + skip, taps, skip - before, At(Weights, start), At(Products, start), least * least);
            complete = !double.IsNaN(*target);
        }
        else
        {
            complete = StridedFilter.Lines(
                Kernel + skip, taps, skip - before, At(Weights, start), At(Products, start), Stride, target, count, least * least, sure * sure);
        }

        for (int c = 0; !complete && c < count; c++)
        {
            if (!double.IsNaN(target[c]))
            {
                continue;
            }

            int at = position + c, ownRows = mostRows == rows ? rows : (Length - 1 - at % Stride) / Stride + 1;
            double own = Least(before, after, ownRows), fit = mostRows == rows ? double.NaN : Slowly(Weights, at, before, after, reach, own);
            target[c] = double.IsNaN(fit) ? Elsewhere(at, before, after, reach, own) : fit;
        }
    }

    private readonly double Least(int before, int after, int rows) => 0.001 * (Original ? rows - 1 : before + after);

    /// <summary>The fitted value at a place whose window has no weight.</summary>
    private readonly double Elsewhere(int position, int before, int after, double reach, double least)
    {
        bool inside = position >= 0 && position < Length;
        if (Original && !inside)
        {
            return *At(Target, position < 0 ? position + Stride : position - Stride);
        }

        if (Original && Prior[position] > 0)
        {
            return Values[position];
        }

        // Rows to either end of the series; the window grows by one on each side until it meets a weight.
        int most = position < 0 ? -1 : position / Stride;
        int rest = position >= Length ? -1 : (Length - 1 - position) / Stride;
        for (int wider = 1; ; wider++)
        {
            int left = Math.Min(before + wider, most), right = Math.Min(after + wider, rest);
            double fit = Slowly(Weights, position, left, right, reach + wider, least);
            if (!double.IsNaN(fit))
            {
                return fit;
            }

            // Everything is inside the reach, and nothing has a weight: robustness has thrown out the whole series.
            if (left >= most && right >= rest && reach + wider > 1.01 * (Math.Max(left, right) + 1))
            {
                return Slowly(Prior, position, left, right, reach + wider, least);
            }
        }
    }

    private readonly double Slowly(double* weights, int position, int before, int after, double reach, double least)
    {
        double w = 0, wu = 0, wuu = 0, wy = 0, wuy = 0;
        for (int u = -before; u <= after; u++)
        {
            nint at = position + u * (nint)Stride;
            double k = LoessKernel.Tricube(Math.Abs(u), reach) * weights[at];
            w += k;
            wu += k * u;
            wuu += k * u * u;
            wy += k * Values[at];
            wuy += k * u * Values[at];
        }

        return w > 0 ? StridedFilter.Line(w, wu, wuu, wy, wuy, Degree == 0 ? double.PositiveInfinity : least * least) : double.NaN;
    }

    /// <summary>The kernel of a window: with equal weights the coefficients of the fit, else the weights of distance.</summary>
    private void Build(int before, int after, double reach, double least)
    {
        double leastOfKernel = Weights is null ? least : 0;
        if (before == builtBefore && after == builtAfter && reach == builtReach && leastOfKernel == builtLeast)
        {
            return;
        }

        (builtBefore, builtAfter, builtReach, builtLeast) = (before, after, reach, leastOfKernel);
        LoessKernel.Weigh(Kernel, before, after, reach);
        if (Weights is null)
        {
            LoessKernel.Fit(Kernel, before, after, Degree, least);
        }

        int length = before + after + 1;
        skip = 0;
        while (skip < length - 1 && Kernel[skip] == 0)
        {
            skip++;
        }

        taps = length - skip;
        while (taps > 1 && Kernel[skip + taps - 1] == 0)
        {
            taps--;
        }
    }

    // A pointer plus a negative offset overflows when checked.
    private static double* At(double* origin, nint offset) => unchecked(origin + offset);
}
