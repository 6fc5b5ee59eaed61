namespace CxKpi;

/// <summary>Sums over j below n of ln(a + j) and of 1/(a + j): the logarithm of Γ(a + n)/Γ(a) and its derivative, without a gamma function.</summary>
internal readonly struct RisingSums
{
    // Longer tables cost more than the two gamma functions that go without them, unless nearly all of their sums are asked for.
    private const int Usual = 4096;

    private readonly double a;
    private readonly double[] logarithms, reciprocals;

    /// <summary>Tabulates the sums of a.</summary>
    /// <param name="a">Where the factors begin; above 0.</param>
    /// <param name="largest">The largest n that will be asked for.</param>
    /// <param name="longest">Up to which n a table is kept.</param>
    internal RisingSums(double a, int largest, int longest = Usual)
    {
        this.a = a;
        int count = Math.Min(largest, longest) + 1;
        logarithms = new double[count];
        reciprocals = new double[count];
        for (int j = 1; j < count; j++)
        {
            logarithms[j] = logarithms[j - 1] + Math.Log(a + j - 1);
            reciprocals[j] = reciprocals[j - 1] + 1 / (a + j - 1);
        }
    }

    internal double Logarithm(int n) => n < logarithms.Length ? logarithms[n] : GammaFunctions.LogGamma(a + n) - GammaFunctions.LogGamma(a);

    internal double Reciprocal(int n) => n < reciprocals.Length ? reciprocals[n] : GammaFunctions.Digamma(a + n) - GammaFunctions.Digamma(a);
}
