namespace CxKpi.Value;

/// <summary>The likelihood of renewals by α and β, over all cohorts: at each renewal some were asked and some left.</summary>
internal sealed class RenewalLikelihood : ILikelihood
{
    private readonly double[] asked, left;
    private readonly long customers;

    internal RenewalLikelihood(IEnumerable<RenewalCohort> cohorts)
    {
        RenewalCohort[] all = [.. cohorts];
        int longest = all.Select(cohort => Guard.NotNull(cohort, nameof(cohorts)).Survivors.Count).DefaultIfEmpty().Max();
        asked = new double[longest];
        left = new double[longest];
        foreach (RenewalCohort cohort in all)
        {
            long before = cohort.Start;
            for (int t = 0; t < cohort.Survivors.Count; t++)
            {
                asked[t] += before;
                left[t] += before - cohort.Survivors[t];
                before = cohort.Survivors[t];
            }

            customers = Guard.Sum("customers", customers, cohort.Survivors.Count > 0 ? cohort.Start : 0);
        }
    }

    public int Parameters => 2;

    public double Observations => customers;

    public double At(ReadOnlySpan<double> parameters, Span<double> gradient)
    {
        double alpha = parameters[0], beta = parameters[1], value = 0;
        gradient.Clear();
        for (int t = 0; t < asked.Length; t++)
        {
            // ln of α/(α+β+t) for those who left, and of (β+t)/(α+β+t) for those who stayed.
            double all = alpha + beta + t, stayed = asked[t] - left[t];
            value += left[t] * Math.Log(alpha / all) + stayed * Math.Log((beta + t) / all);
            gradient[0] += left[t] / alpha - asked[t] / all;
            gradient[1] += stayed / (beta + t) - asked[t] / all;
        }

        return value;
    }

    internal FittedModel<ShiftedBetaGeometric> Fit()
    {
        double allAsked = asked.Sum(), allLeft = left.Sum();
        if (allAsked == 0 || allLeft == 0 || allLeft == allAsked)
        {
            return ModelFitting.Refused<ShiftedBetaGeometric>(
                allAsked == 0 ? FitOutcome.NoCustomers : allLeft == 0 ? FitOutcome.NobodyLeft : FitOutcome.EverybodyLeft, customers);
        }

        // Where churn does not fall with age, the likelihood rises as customers become alike; one renewal says nothing of either.
        double churn = allLeft / allAsked, slope = 0;
        for (int t = 1; t < asked.Length; t++)
        {
            slope += t * ((asked[t] - left[t]) / (1 - churn) - asked[t]);
        }

        return slope > 1e-12 * allAsked ? WithDifferences() : OneChurn(churn, allAsked, allLeft, asked.Length > 1 && asked[1] > 0);
    }

    private FittedModel<ShiftedBetaGeometric> WithDifferences()
    {
        // By moments from the first two retention rates, where these rise.
        double first = left[0] / asked[0], second = left[1] / asked[1], total = second > 0 && first > second ? second / (first - second) : 1 / first;
        double[] byMoments = [Math.Clamp(first * total, 0.01, 100), Math.Clamp((1 - first) * total, 0.01, 100)];
        LikelihoodMaximum found = LikelihoodMaximiser.Find(this, byMoments, [1, 2], [0.1, 0.2], [5, 20]);
        bool below = found.IsAtLowerEdge(0) || found.IsAtLowerEdge(1), above = found.IsAtUpperEdge(0) || found.IsAtUpperEdge(1);
        return ModelFitting.Of(
            found,
            p => new ShiftedBetaGeometric(p[0], p[1]),
            customers,
            [1, 1],
            0,
            below ? [ModelLimit.DropoutAtOnceOrNever] : above ? [ModelLimit.EqualDropout] : []);
    }

    private FittedModel<ShiftedBetaGeometric> OneChurn(double churn, double allAsked, double allLeft, bool comparesRenewals)
    {
        double variance = churn * (1 - churn) / allAsked;
        return new(
            comparesRenewals ? FitOutcome.AtLimit : FitOutcome.NotIdentified,
            ShiftedBetaGeometric.Geometric(churn),
            customers,
            allLeft * Math.Log(churn) + (allAsked - allLeft) * Math.Log(1 - churn))
        {
            Parameters = [new("\u03B8", churn, Math.Sqrt(variance))],
            Covariance = [variance],
            Limits = comparesRenewals ? [ModelLimit.EqualDropout] : [],
            GradientNorm = 0,
        };
    }
}
