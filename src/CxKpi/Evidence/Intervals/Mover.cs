namespace CxKpi;

/// <summary>The method of variance estimates recovery: an interval for a difference from two single intervals (Donner and Zou 2012).</summary>
internal static class Mover
{
    internal static (double Lower, double Upper) Difference(double a, double lowerA, double upperA, double b, double lowerB, double upperB)
    {
        double difference = a - b;
        return (difference - Length(a - lowerA, upperB - b), difference + Length(upperA - a, b - lowerB));
    }

    private static double Length(double x, double y) => Math.Sqrt(x * x + y * y);
}
