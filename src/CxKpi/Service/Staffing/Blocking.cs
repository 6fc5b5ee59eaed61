namespace CxKpi.Practices;

/// <summary>The Erlang B formula, from which the others follow.</summary>
internal static class Blocking
{
    /// <summary>The share of contacts that find every one of so many agents busy, if none waits.</summary>
    /// <param name="load">The load in erlangs.</param>
    /// <param name="agents">The number of agents.</param>
    internal static double Of(double load, int agents)
    {
        double blocked = 1;
        for (int n = 1; n <= agents; n++)
        {
            blocked = WithOneMore(blocked, load, n);
        }

        return blocked;
    }

    /// <summary>The share with one agent more, from the share without.</summary>
    internal static double WithOneMore(double blocked, double load, int agents) => load * blocked / (agents + load * blocked);
}
