namespace CxKpi;

/// <summary>What a weighted KPI needs of its record: the sums over one observation, and intervals by the values that the KPI can take.</summary>
internal static class WeightedIntervals
{
    internal static KpiRule Rule { get; } = KpiRule.Of("Weighted", words => words.WeightedRule);

    /// <summary>The sums over the observation of a record, or over several where it counts them.</summary>
    /// <param name="observation">The record.</param>
    /// <param name="weight">The weight, above 0.</param>
    /// <param name="name">The name by which the caller knows the record.</param>
    /// <param name="weightName">The name by which the caller knows the weight.</param>
    /// <param name="position">The position of the row; <see langword="null"/> when it is not known.</param>
    internal static WeightedTally Tally<TKpi>(TKpi observation, decimal weight, string name, string weightName, long? position)
        where TKpi : struct, IKpi<TKpi>
    {
        if (Totals(observation, name) is not { } totals || totals is { Numerator: 0, Denominator: 0 })
        {
            return default;
        }

        (decimal numerator, decimal count) = (totals.Numerator, totals.Denominator);
        if (count == 1)
        {
            return WeightedTally.OfOne(numerator, weight, weightName, position);
        }

        if (!totals.AreCounts || count == 0)
        {
            string at = position is null ? "" : FormattableString.Invariant($" (at position {position})");
            throw new ArgumentException(
                FormattableString.Invariant($"{name} must hold one observation, because each has a weight of its own{at}; got {count}"), name);
        }

        try
        {
            decimal square = weight * weight;
            return new((long)count, weight * count, weight * numerator, weight * numerator, square * count, square * numerator, square * numerator);
        }
        catch (OverflowException error)
        {
            throw WeightedTally.TooLarge(error);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw WeightedTally.TooSmall(weight, weightName, position);
        }
    }

    /// <summary>Refuses sums that are not those of a record's observations.</summary>
    internal static void Require<TKpi>(TKpi total, WeightedTally weights, string name, string weightsName)
        where TKpi : struct, IKpi<TKpi>
    {
        EvidenceTotals? known = Totals(total, name);
        if ((known?.Denominator ?? 0) != weights.N)
        {
            throw Guard.Outside(
                weightsName, FormattableString.Invariant($"must be of as many observations as the total has, {known?.Denominator ?? 0}"), weights.N);
        }

        if (known is { Denominator: 0, Numerator: not 0 } without)
        {
            throw Guard.Outside(name, "must not have a sum without an observation", without.Numerator);
        }

        if (weights.Value is not { } mean || known is not { } totals)
        {
            return;
        }

        KpiRange range = RatioRange.Of(TKpi.Definition.Unit, total.GoalRange, totals);
        double slack = 1e-9 * (1 + Math.Abs(mean));
        if (mean < range.Lowest - slack || mean > range.Highest + slack)
        {
            throw Guard.Outside(weightsName, $"must have a mean {range}", mean);
        }

        double plain = (double)totals.Numerator / (double)totals.Denominator;
        if (weights.IsEven && Math.Abs(mean - plain) > slack)
        {
            throw Guard.Outside(
                weightsName, FormattableString.Invariant($"must have the mean of the total, {plain}, where all weights are the same"), mean);
        }
    }

    internal static Estimate? Estimate<TKpi>(Weighted<TKpi> record, double confidence)
        where TKpi : struct, IKpi<TKpi> =>
        record.Total.Estimate(confidence) is not null && record.Totals is { } totals && Ratio(record, totals, confidence) is { } ratio
            ? ratio.Rescaled(totals.Scale, totals.Origin) with { Value = record.Value!.Value, Flags = ratio.Flags | record.Flags }
            : null;

    /// <summary>The estimate with a standard error that is known better than from the weights alone, such as after fitting them to margins.</summary>
    /// <param name="record">The record.</param>
    /// <param name="error">The standard error of the weighted mean of the numerators; <see langword="null"/> when there is none.</param>
    /// <param name="freedom">The degrees of freedom of that error.</param>
    /// <param name="confidence">The confidence level.</param>
    internal static Estimate? Estimate<TKpi>(Weighted<TKpi> record, double? error, double freedom, double confidence)
        where TKpi : struct, IKpi<TKpi>
    {
        if (record.Totals is not { } totals || record.Weights is not { N: > 0 } weights)
        {
            return null;
        }

        Estimate mean = new() { Value = weights.Value!.Value, Confidence = confidence, Method = IntervalMethod.None, N = weights.N };
        Estimate ratio = error is not { } known || !(freedom > 0)
            ? mean with { Flags = EstimateFlags.SingleObservation }
            : Around(record, totals, mean with { StandardError = known, DegreesOfFreedom = freedom }, known);
        return (ratio.Rescaled(totals.Scale, totals.Origin) with { Value = record.Value!.Value, Flags = ratio.Flags | record.Flags })
            .In(TKpi.Definition, record.Currency);
    }

    private static Estimate Around<TKpi>(Weighted<TKpi> record, EvidenceTotals totals, Estimate mean, double error)
        where TKpi : struct, IKpi<TKpi>
    {
        (WeightedTally weights, KpiRange range, double freedom) = (record.Weights, RangeOf(record, totals), mean.DegreesOfFreedom!.Value);
        Estimate flagged = error == 0 ? mean with { Flags = EstimateFlags.ZeroVariance } : mean;
        if (range is { Lowest: { } low, Highest: { } high })
        {
            return AreCodes(record, totals)
                ? weights.EstimateCodes(flagged, error, freedom)
                : Bounded(weights, flagged, low, high)!.Value;
        }

        if (range is { Lowest: not null } && mean.Value > 0)
        {
            (double least, double most) = new LogMeanLimits(mean.Value, error, freedom).At((1 - mean.Confidence) / 2);
            return flagged with { Lower = least, Upper = most, Method = IntervalMethod.LogMean };
        }

        double spread = StudentTDistribution.CriticalValue(mean.Confidence, freedom) * error;
        return flagged with { Lower = mean.Value - spread, Upper = mean.Value + spread, Method = IntervalMethod.StudentT };
    }

    /// <summary>The difference of two records that have values.</summary>
    internal static Change Change<TKpi>(Weighted<TKpi> current, Weighted<TKpi> baseline, double confidence)
        where TKpi : struct, IKpi<TKpi>
    {
        EvidenceTotals totals = current.Totals!.Value;
        (RatioTally rows, RatioTally baseRows) = (current.Weights.Rows, baseline.Weights.Rows);
        Estimate own = Ratio(current, totals, confidence)!.Value, theirs = Ratio(baseline, baseline.Totals!.Value, confidence)!.Value;
        Change change = RangeOf(current, totals) switch
        {
            { Lowest: { } low, Highest: { } high } => AreCodes(current, totals) && AreCodes(baseline, totals)
                ? NetChange(current.Weights, own, baseline.Weights, theirs, confidence)
                : BoundedIntervals.Change(own, theirs, low, high, confidence)!.Value,
            { Lowest: not null } => PositiveAmount.Change(rows, baseRows, confidence)!.Value,
            { Highest: not null } => PositiveAmount.Change(rows.Complement(), baseRows.Complement(), confidence)!.Value.Complement(),
            _ => rows.ChangeFrom(baseRows, confidence)!.Value,
        };
        return (change.Rescaled(totals.Scale) with { Difference = current.Value!.Value - baseline.Value!.Value })
            .With((current.Flags | baseline.Flags) & EstimateFlags.RoundedFigures);
    }

    /// <summary>The estimate of the weighted mean of the numerators, before it is brought to the unit of the KPI.</summary>
    private static Estimate? Ratio<TKpi>(Weighted<TKpi> record, EvidenceTotals totals, double confidence)
        where TKpi : struct, IKpi<TKpi>
    {
        RatioTally rows = record.Weights.Rows;
        return RangeOf(record, totals) switch
        {
            { Lowest: { } low, Highest: { } high } => AreCodes(record, totals)
                ? record.Weights.EstimateCodes(confidence)
                : Bounded(record.Weights, rows.Estimate(confidence), low, high),
            { Lowest: not null } => PositiveAmount.Estimate(rows, confidence),
            { Highest: not null } => PositiveAmount.EstimateRest(rows, confidence),
            _ => rows.Estimate(confidence),
        };
    }

    /// <summary>Wilson's interval on the effective sample size; that of counts is never above their number.</summary>
    private static Estimate? Bounded(WeightedTally weights, Estimate? linearised, double low, double high)
    {
        bool areCounts = low == 0 && high == 1 && weights.MayBeShares;
        return BoundedIntervals.Estimate(linearised, low, high, 0, areCounts ? weights.N : double.PositiveInfinity, weights.KishEffectiveN ?? 1);
    }

    private static Change NetChange(WeightedTally current, Estimate own, WeightedTally baseline, Estimate theirs, double confidence) =>
        own is { EffectiveN: { } size, DegreesOfFreedom: { } freedom } && theirs is { EffectiveN: { } baseSize, DegreesOfFreedom: { } baseFreedom }
            ? Differences.Recovered(
                own.Value, current.CodeLimits(size, freedom), theirs.Value, baseline.CodeLimits(baseSize, baseFreedom), confidence)
                .With((own.Flags | theirs.Flags) & EstimateFlags.ZeroVariance) with
            { StandardError = Differences.StandardError(own, theirs) }
            : Differences.WithoutLimits(own, theirs, confidence);

    /// <summary>Whether the values are codes of -1, 0 and +1, as those of net scores are.</summary>
    private static bool AreCodes<TKpi>(Weighted<TKpi> record, EvidenceTotals totals)
        where TKpi : struct, IKpi<TKpi> =>
        RangeOf(record, totals) is { Lowest: -1, Highest: 1 } && record.Weights.MayBeCodes;

    private static KpiRange RangeOf<TKpi>(Weighted<TKpi> record, EvidenceTotals totals)
        where TKpi : struct, IKpi<TKpi> => RatioRange.Of(TKpi.Definition.Unit, record.GoalRange, totals);

    private static EvidenceTotals? Totals<TKpi>(TKpi record, string name)
        where TKpi : struct, IKpi<TKpi> =>
        record.Clusters is null
            ? RatioRange.TotalsOf(record, "can be weighted", name)
            : throw new ArgumentException(
                $"{name} must not come in clusters: weigh the observations first, and cluster what is weighted", name);
}
