namespace CxKpi;

/// <summary>A sum of positive terms, kept as its logarithm with the derivatives of that by four parameters.</summary>
internal readonly record struct LogSum(double Logarithm, double ByFirst, double BySecond, double ByThird, double ByFourth)
{
    /// <summary>The sum of no terms.</summary>
    internal static LogSum Nothing { get; } = new(double.NegativeInfinity, 0, 0, 0, 0);

    internal LogSum Plus(in LogSum other)
    {
        if (double.IsNegativeInfinity(other.Logarithm))
        {
            return this;
        }

        double power = Math.Exp(-Math.Abs(Logarithm - other.Logarithm)), larger = 1 / (1 + power);
        double share = other.Logarithm > Logarithm ? larger : power * larger;
        return new(
            Math.Max(Logarithm, other.Logarithm) + AccurateMath.LogOnePlus(power),
            ByFirst + share * (other.ByFirst - ByFirst),
            BySecond + share * (other.BySecond - BySecond),
            ByThird + share * (other.ByThird - ByThird),
            ByFourth + share * (other.ByFourth - ByFourth));
    }
}
