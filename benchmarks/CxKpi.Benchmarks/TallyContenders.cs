using System.Numerics.Tensors;

namespace CxKpi.Benchmarks;

/// <summary>The ways of counting answers from 0 to 10 that are compared; each returns a figure that depends on all of its work.</summary>
internal static class TallyContenders
{
    private const int Points = 11;

    public static byte[] RandomBytes(int length)
    {
        Random random = new(1);
        byte[] answers = new byte[length];
        for (int i = 0; i < length; i++)
        {
            answers[i] = (byte)random.Next(Points);
        }

        return answers;
    }

    public static int[] RandomInts(int length) => Array.ConvertAll(RandomBytes(length), answer => (int)answer);

    /// <summary>The library's tally of bytes.</summary>
    public static long Tally(ReadOnlySpan<byte> answers) => RatingTally.FromAnswers(answers, RatingScale.ZeroToTen).CountOf(Points - 1);

    /// <summary>The library's tally of ints.</summary>
    public static long Tally(ReadOnlySpan<int> answers) => RatingTally.FromAnswers(answers, RatingScale.ZeroToTen).CountOf(Points - 1);

    /// <summary>The least that any tally must do: read every answer.</summary>
    public static long ReadOnce(ReadOnlySpan<byte> answers) => TensorPrimitives.Max(answers);

    public static long Linq(IEnumerable<byte> answers) =>
        answers.GroupBy(a => a).ToDictionary(g => g.Key, g => g.LongCount())[Points - 1];

    public static long SwitchLoop(ReadOnlySpan<int> answers)
    {
        long n0 = 0, n1 = 0, n2 = 0, n3 = 0, n4 = 0, n5 = 0, n6 = 0, n7 = 0, n8 = 0, n9 = 0, n10 = 0;
        unchecked
        {
            foreach (int answer in answers)
            {
                switch (answer)
                {
                    case 0: n0++; break;
                    case 1: n1++; break;
                    case 2: n2++; break;
                    case 3: n3++; break;
                    case 4: n4++; break;
                    case 5: n5++; break;
                    case 6: n6++; break;
                    case 7: n7++; break;
                    case 8: n8++; break;
                    case 9: n9++; break;
                    case 10: n10++; break;
                    default: throw new ArgumentOutOfRangeException(nameof(answers), answer, "answers must lie between 0 and 10");
                }
            }
        }

        return n0 ^ n1 ^ n2 ^ n3 ^ n4 ^ n5 ^ n6 ^ n7 ^ n8 ^ n9 ^ n10;
    }
}
