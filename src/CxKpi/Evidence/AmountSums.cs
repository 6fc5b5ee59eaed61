using System.Runtime.CompilerServices;

namespace CxKpi;

/// <summary>Adds up many amounts into the mean that their records would add up to, without a record for each.</summary>
internal struct AmountSums
{
    // Beyond, the sum of squares together with the next square might not fit into a decimal.
    private const ulong FullSquares = 1ul << 29;

    private UnitSums units;
    private MeanTally earlier;
    private int decimals;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(decimal value)
    {
        if (DecimalSums.IsSmall(value) && DecimalSums.Of(value).Decimals == decimals)
        {
            DecimalSums.Bits bits = DecimalSums.Of(value);
            units.Add(bits.IsNegative ? -(long)bits.Low : (long)bits.Low);
            if (units.SquaresHigh >= FullSquares)
            {
                Close();
            }
        }
        else
        {
            AddApart(value);
        }
    }

    internal MeanTally Tally()
    {
        Close();
        return earlier;
    }

    private void AddApart(decimal value)
    {
        if (!DecimalSums.IsSmall(value))
        {
            earlier = earlier.Combine(MeanTally.One(value));
            return;
        }

        int own = DecimalSums.Of(value).Decimals;
        if (own > decimals)
        {
            Close();
            decimals = own;
            Add(value);
            return;
        }

        // The same amount with more decimals.
        decimal finer = value + new decimal(0, 0, 0, false, (byte)decimals);
        if (DecimalSums.IsSmall(finer))
        {
            Add(finer);
        }
        else
        {
            earlier = earlier.Combine(MeanTally.One(value));
        }
    }

    private void Close()
    {
        if (units.Count > 0)
        {
            earlier = earlier.Combine(new(units.Count, DecimalSums.FromUnits(units.Sum, decimals), DecimalSums.FromUnits((Int128)units.Squares, 2 * decimals)));
            units = default;
        }
    }
}
