using System.Globalization;
using System.Text.Json.Serialization;

namespace CxKpi.Practices;

/// <summary>The smallest change that a comparison of two samples would show, for the sizes that one has.</summary>
/// <remarks>
/// <code>change = (z + z of the power) · sqrt(variance / n + variance of the baseline / n of the baseline)</code>
/// A smaller change can still be found, and a larger one be missed: it is the change that is found with the stated probability. It depends on the plan, not on
/// what was found: where a comparison found nothing, its interval says what it can exclude. <c>default</c> holds no plan.
/// </remarks>
[JsonConverter(typeof(RecordJsonConverter<DetectableChange>))]
[TypeFormatterSource(typeof(ResultFormatters))]
public readonly record struct DetectableChange : ILocalizedFace, IJsonRecord<DetectableChange>
{
    /// <summary>The smallest rise, in the KPI's unit; <see langword="null"/> when none that is possible would be seen.</summary>
    public double? Rise { get; internal init => field = Guard.Finite(value, nameof(Rise)); }

    /// <summary>The smallest fall, in the KPI's unit and above 0; <see langword="null"/> when none that is possible would be seen.</summary>
    public double? Fall { get; internal init => field = Guard.Finite(value, nameof(Fall)); }

    /// <summary>The confidence level of the comparison, between 0 and 1.</summary>
    public double Confidence { get; internal init => field = Guard.Probability(value, nameof(Confidence)); }

    /// <summary>The probability with which such a change is seen, between 0 and 1.</summary>
    public double Power { get; internal init => field = Guard.Probability(value, nameof(Power)); }

    /// <summary>Calculates the smallest change for two sizes.</summary>
    /// <param name="baseline">What is expected before, or of the other group.</param>
    /// <param name="n">The number of observations after, or its exposure for a rate; above 0, and for means at least 2.</param>
    /// <param name="baselineN">The number of observations before; the same number when left out.</param>
    /// <param name="confidence">The confidence level of the comparison, between 0 and 1, both excluded.</param>
    /// <param name="power">The probability that the change is seen, between 0 and 1, both excluded.</param>
    /// <param name="designEffect">By how much weights or clusters raise the variance, such as 1.4; above 0.</param>
    /// <returns>The changes either way.</returns>
    /// <exception cref="ArgumentException">Nothing is planned.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size or the design effect is not above 0, or the confidence or power does not lie between 0 and
    /// 1.</exception>
    public static DetectableChange Of(
        PlanningValue baseline, double n, double? baselineN = null, double confidence = 0.95, double power = 0.8, double designEffect = 1)
    {
        baseline.RequirePlan(nameof(baseline));
        double least = baseline.Kind == PlannedKpi.Mean ? 2 : double.Epsilon;
        double after = Guard.InRange(Guard.Finite(n), least, double.MaxValue, nameof(n));
        double before = Guard.InRange(Guard.Finite(baselineN ?? n, nameof(baselineN)), least, double.MaxValue, nameof(baselineN));
        Guard.Confidence(confidence);
        Guard.Confidence(power);
        Guard.Finite(Guard.Positive(designEffect), nameof(designEffect));
        double freedom = after + before - 2;
        bool isMean = baseline.Kind == PlannedKpi.Mean;
        Search search = new(
            baseline,
            before / designEffect,
            after / designEffect,
            isMean ? StudentTDistribution.CriticalValue(confidence, freedom) : NormalDistribution.CriticalValue(confidence),
            isMean ? StudentTDistribution.Quantile(power, freedom) : NormalDistribution.Quantile(power));
        return new() { Rise = search.Smallest(1), Fall = search.Smallest(-1), Confidence = confidence, Power = power };
    }

    /// <summary>The changes as invariant text.</summary>
    /// <returns>Text for display, such as <c>rise 0.066, fall 0.074 (95%, power 80%)</c>.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"rise {Shown(Rise)}, fall {Shown(Fall)} ({Confidence * 100:0.##}%, power {Power * 100:0.##}%)");

    string ILocalizedFace.ToHtml(Phrases words) => new NotebookTable(words.DetectableChangeCaption)
        .Fact(words.RiseLabel, words.Number(Rise))
        .Fact(words.FallLabel, words.Number(Fall))
        .Fact(words.ConfidenceLabel, words.Percent(Confidence))
        .Fact(words.PowerLabel, words.Percent(Power))
        .ToHtml();

    private static string Shown(double? change) => change is { } known ? known.ToString("G6", CultureInfo.InvariantCulture) : "-";

    static DetectableChange IJsonRecord<DetectableChange>.Json(JsonMembers<DetectableChange> json) => new()
    {
        Rise = json.Optional(nameof(Rise), x => x.Rise),
        Fall = json.Optional(nameof(Fall), x => x.Fall),
        Confidence = json.Value(nameof(Confidence), x => x.Confidence),
        Power = json.Value(nameof(Power), x => x.Power),
    };

    /// <summary>The change at which what can be seen and what there is meet.</summary>
    private readonly struct Search(PlanningValue baseline, double before, double after, double z, double zPower)
    {
        internal double? Smallest(int sign)
        {
            double room = baseline.Kind switch
            {
                PlannedKpi.Share => sign > 0 ? 1 - baseline.Value!.Value : baseline.Value!.Value,
                PlannedKpi.NetScore => 100 - sign * baseline.Value!.Value,
                PlannedKpi.Rate => sign > 0 ? double.PositiveInfinity : baseline.Value!.Value,
                PlannedKpi.Mean or PlannedKpi.None => double.PositiveInfinity,
            };
            Missing missing = new(baseline, before, after, z, zPower, sign);
            if (baseline.Kind is PlannedKpi.NetScore or PlannedKpi.Mean)
            {
                // They vary alike wherever they are, so there is nothing to search for.
                double change = Practices.Power.Spread(baseline, baseline, before, after, z, zPower);
                return change > 0 && change <= room ? change : null;
            }

            double furthest = room;
            if (double.IsInfinity(room))
            {
                furthest = 1;
                while (missing.At(furthest) > 0)
                {
                    furthest *= 2;
                }
            }

            // At a share of 0 or 1 nothing varies and nothing is missing; a little beside it, much is.
            return furthest > 0 && RootFinding.TrySolve(missing, furthest * 1e-12, furthest, out double root) ? root : null;
        }
    }

    /// <summary>By how much a change is too small to be seen.</summary>
    private readonly struct Missing(PlanningValue baseline, double before, double after, double z, double zPower, int sign) : IScalarFunction
    {
        public double At(double change)
        {
            double value = baseline.Value!.Value + sign * change;
            PlanningValue expected = baseline.Kind == PlannedKpi.Share ? PlanningValue.Share(Math.Clamp(value, 0, 1)) : PlanningValue.Rate(Math.Max(0, value));
            return Practices.Power.Spread(baseline, expected, before, after, z, zPower) - change;
        }
    }
}
