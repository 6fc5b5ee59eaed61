namespace CxKpi;

/// <summary>The highest point of a function of one variable, found the same way every time.</summary>
internal static class BrentMaximiser
{
    private const double GoldenShare = 0.38196601125010515;

    // Golden sections alone take 70 evaluations to fourteen digits; a tolerance below the rounding of the ends would never be met.
    private const int MostEvaluations = 200;

    /// <summary>The highest point between two ends, by golden sections and parabolas through the best three points.</summary>
    /// <remarks>Source: R. Brent, <em>Algorithms for Minimization without Derivatives</em>, 1973, chapter 5.</remarks>
    internal static (double At, double Value) Between(double from, double to, double tolerance, Func<double, double> function)
    {
        double best = from + GoldenShare * (to - from);
        double second = best, third = best;
        double bestValue = function(best);
        double secondValue = bestValue, thirdValue = bestValue;
        double move = 0, moveBefore = 0;
        for (int evaluations = 1; evaluations < MostEvaluations; evaluations++)
        {
            double middle = (from + to) / 2;
            if (Math.Abs(best - middle) <= 2 * tolerance - (to - from) / 2)
            {
                break;
            }

            double before = moveBefore;
            moveBefore = move;
            if (Math.Abs(before) > tolerance && Parabola(best, bestValue, second, secondValue, third, thirdValue) is var jump
                && Math.Abs(jump) < Math.Abs(before / 2) && best + jump > from && best + jump < to)
            {
                move = jump;
                if (best + move - from < 2 * tolerance || to - best - move < 2 * tolerance)
                {
                    move = Math.CopySign(tolerance, middle - best);
                }
            }
            else
            {
                moveBefore = (best < middle ? to : from) - best;
                move = GoldenShare * moveBefore;
            }

            double next = best + (Math.Abs(move) >= tolerance ? move : Math.CopySign(tolerance, move));
            double nextValue = function(next);
            if (nextValue >= bestValue)
            {
                (from, to) = next < best ? (from, best) : (best, to);
                (third, thirdValue, second, secondValue, best, bestValue) = (second, secondValue, best, bestValue, next, nextValue);
                continue;
            }

            (from, to) = next < best ? (next, to) : (from, next);
            if (nextValue >= secondValue || second == best)
            {
                (third, thirdValue, second, secondValue) = (second, secondValue, next, nextValue);
            }
            else if (nextValue >= thirdValue || third == best || third == second)
            {
                (third, thirdValue) = (next, nextValue);
            }
        }

        return (best, bestValue);
    }

    /// <summary>How far from the best of three points the top of the parabola through them lies; NaN when they lie on a line.</summary>
    private static double Parabola(double best, double bestValue, double second, double secondValue, double third, double thirdValue)
    {
        double r = (best - second) * (bestValue - thirdValue);
        double q = (best - third) * (bestValue - secondValue);
        return ((best - second) * r - (best - third) * q) / (2 * (q - r));
    }
}
