namespace CxKpi;

/// <summary>A sum whose rounding does not grow with the number of its terms.</summary>
/// <remarks>Source: A. Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54 (1974).</remarks>
internal struct CompensatedSum(double first)
{
    private double sum = first, lost;

    internal readonly double Value => sum + lost;

    internal void Add(double term)
    {
        double next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }
}
