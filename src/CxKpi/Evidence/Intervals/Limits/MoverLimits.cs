namespace CxKpi;

/// <summary>The limits of a difference, recovered from those of its two sides (Donner and Zou 2012).</summary>
internal readonly record struct MoverLimits<T>(double ValueA, T LimitsA, double ValueB, T LimitsB) : ITwoSidedLimits
    where T : struct, ITwoSidedLimits
{
    public (double Lower, double Upper) At(double tail)
    {
        (double lowerA, double upperA) = LimitsA.At(tail);
        (double lowerB, double upperB) = LimitsB.At(tail);
        return Mover.Difference(ValueA, lowerA, upperA, ValueB, lowerB, upperB);
    }
}
