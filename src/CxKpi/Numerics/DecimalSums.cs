using System.Globalization;

namespace CxKpi;

/// <summary>Conversions into the exact sums that evidence is kept in.</summary>
internal static partial class DecimalSums
{
    /// <summary>The power of ten by which sums of squares are divided where they would pass the range of <see cref="decimal"/>.</summary>
    internal const int WideExponent = 16;

    // Two sums up to here add up within the range of decimal, and the square root of one is a whole amount.
    private const decimal Largest = 3.61e28m, LargestRoot = 1.9e14m, Root = 1e8m, Wide = Root * Root;

    // The largest double that still converts: decimal.MaxValue itself rounds up and overflows.
    internal const double Limit = 7.9e28;

    /// <summary>A sum of squared deviations, taken for 0 when the rounding of the sums it comes from can explain it.</summary>
    internal static double Residual(decimal difference, decimal squares, long count) => Residual((double)difference, (double)squares, count);

    internal static double Residual(double difference, double squares, long count) => difference <= 4e-28 * count * squares ? 0 : difference;

    /// <summary>A sum of squares kept under an exponent, as the number that it stands for.</summary>
    internal static double Widened(double kept, int exponent) => exponent == 0 ? kept : kept * (double)Wide;

    /// <summary>Whether the squares of all these amounts stay far enough inside the range of <see cref="decimal"/> to be kept as they are.</summary>
    internal static int ExponentOf(decimal amount, decimal other = 0) => Math.Max(Math.Abs(amount), Math.Abs(other)) <= LargestRoot ? 0 : WideExponent;

    /// <summary>The exponent under which sums of squares are kept that now stand under <paramref name="squareExponent"/>.</summary>
    internal static int ExponentOf(int squareExponent, decimal squares, decimal others = 0) =>
        Math.Max(squares, others) <= squareExponent switch
        {
            0 => Largest,
            WideExponent => Largest / Wide,
            _ => throw Guard.Outside(nameof(squareExponent), "must be 0 or 16", squareExponent),
        }
            ? 0
            : WideExponent;

    /// <summary>The product of two amounts, kept under an exponent.</summary>
    internal static decimal Product(decimal a, decimal b, int exponent) => exponent == 0 ? a * b : WideProduct(a / Root, b / Root);

    private static decimal WideProduct(decimal a, decimal b)
    {
        try
        {
            return a * b;
        }
        catch (OverflowException)
        {
            throw Guard.TooLarge("a square or product of amounts", (double)decimal.MaxValue * (double)Wide);
        }
    }

    /// <summary>A figure within the range of <see cref="decimal"/>; the message of an exception names what would be too large.</summary>
    internal static T Within<T>(string figure, Func<T> calculated)
    {
        try
        {
            return calculated();
        }
        catch (OverflowException)
        {
            throw Guard.TooLarge(figure, decimal.MaxValue);
        }
    }

    /// <summary>A sum that is kept under one exponent, as it is kept under another.</summary>
    internal static decimal Moved(decimal sum, int from, int to) => from == to ? sum : to == 0 ? sum * Wide : sum / Wide;

    internal static decimal FromDouble(double value, string name, int position) =>
        value is >= -Limit and <= Limit
            ? (decimal)value
            : throw Guard.OutsideAt(position, name, "must hold finite numbers between -7.9e28 and 7.9e28", value);
}
