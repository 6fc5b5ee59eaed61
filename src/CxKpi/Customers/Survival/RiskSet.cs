namespace CxKpi;

/// <summary>Walks through a table of risk sets in the order of time.</summary>
internal ref struct RiskSet(ReadOnlySpan<SurvivalStep> steps)
{
    private readonly ReadOnlySpan<SurvivalStep> steps = steps;
    private int next;
    private long present;

    /// <summary>What happens at the time reached.</summary>
    internal SurvivalStep Step { get; private set; }

    /// <summary>The customers at risk at the time reached.</summary>
    internal long AtRisk { get; private set; }

    /// <summary>Goes to the next time at which something happens.</summary>
    internal bool MoveNext()
    {
        if (next == steps.Length)
        {
            return false;
        }

        Step = steps[next++];

        // At the beginning, who enters is at risk at once; later, only afterwards.
        AtRisk = Step.Time == 0 ? Step.Entered : present;
        present += Step.Entered - Step.Gone;
        return true;
    }

    /// <summary>Goes to a time, which is not earlier than the one reached, whether or not something happens then.</summary>
    internal void MoveTo(double time)
    {
        while (next < steps.Length && steps[next].Time < time)
        {
            MoveNext();
        }

        if (next < steps.Length && steps[next].Time == time)
        {
            MoveNext();
        }
        else
        {
            (Step, AtRisk) = (default, present);
        }
    }
}
