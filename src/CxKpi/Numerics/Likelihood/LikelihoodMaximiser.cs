namespace CxKpi;

/// <summary>Finds the parameters of the largest likelihood: a quasi-Newton search, and Newton's steps to the last digit.</summary>
/// <remarks>
/// The likelihood is scaled to one observation and its parameters to logarithms, so that a tolerance means the same for ten customers and ten million.
/// Where the quasi-Newton search fails, Newton's steps go all the way, from further starts where they must.
/// </remarks>
internal static class LikelihoodMaximiser
{
    internal static LikelihoodMaximum Find(ILikelihood likelihood, params ReadOnlySpan<double[]> starts)
    {
        LogScaleObjective objective = new(likelihood);
        LikelihoodMaximum? best = null;
        foreach (double[] start in starts)
        {
            double[] point = Array.ConvertAll(start, Math.Log);
            LikelihoodMaximum found = NewtonSearch.From(objective, BoundedQuasiNewton.From(objective, point) ?? point);
            found = found.Converged ? found : NewtonSearch.From(objective, point);
            best = best is null || (found.Converged, -found.Value).CompareTo((best.Converged, -best.Value)) > 0 ? found : best;

            // At an edge of the box a lower maximum may hold the search: further starts tell.
            if (best.Converged && !Enumerable.Range(0, start.Length).Any(best.IsAtEdge))
            {
                break;
            }
        }

        return best!;
    }
}
