namespace CxKpi.Tests.Series.Tallying;

/// <summary>Keys of every kind, few and many, against LINQ's grouping.</summary>
public class SegmentBuilderTests
{
    private enum Channel
    {
        Mail,
        Phone,
        Chat = 4_096,
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(20_000)]
    public void Keys_OfEveryKind_AreThoseOfGroupBy(int keys)
    {
        Agrees(keys, i => i);
        Agrees(keys, i => i * 4_096);
        Agrees(keys, i => -(long)i << 32);
        Agrees(keys, i => (byte)(i % 256));
        Agrees(keys, i => (char)i);
        Agrees(keys, i => i % 2 == 0 ? 0.0 : -0.0);
        Agrees(keys, i => i == 1 ? double.NaN : i / 8.0);
        Agrees(keys, i => (Channel)(i % 2 * 4_096));
        Agrees(keys, i => (decimal)i);
        Agrees(keys, i => (i % 7, $"{i}"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(20_000)]
    public void Texts_OfEveryLength_AreThoseOfGroupBy(int keys)
    {
        Agrees(keys, i => $"{i}");
        Agrees(keys, i => $"agent {i} of the hotline");
        Agrees(keys, i => new string('x', i % 9));
        Agrees(keys, i => i % 2 == 0 ? "same" : "SAME");
        Agrees(keys, i => $"{(char)('a' + i % 3)}e\u0301");
    }

    [Fact]
    public void Records_OfNoRows_AreNone() => Assert.Empty(Array.Empty<string>().TallyBy(key => key, _ => Nps.FromAnswer(9)));

    // Half of the keys come again, as other instances.
    private static void Agrees<TKey>(int keys, Func<int, TKey> key)
        where TKey : notnull
    {
        (int Key, int Score)[] rows = [.. Enumerable.Range(0, 2 * keys).Select(i => (i * 31 % (keys + keys / 2), i % 11))];
        KeyValuePair<TKey, Nps>[] expected =
            [.. rows.GroupBy(row => key(row.Key)).Select(own => KeyValuePair.Create(own.Key, Nps.FromAnswers(own.Select(row => row.Score))))];

        Assert.Equal(expected, rows.TallyBy(row => key(row.Key), row => Nps.FromAnswer(row.Score)));
        Assert.Equal(expected, rows.Select(row => row).TallyBy(row => key(row.Key), row => Nps.FromAnswer(row.Score)));
        Assert.Equal(
            expected.OrderBy(own => own.Value.N).ThenBy(own => own.Key.ToString(), StringComparer.Ordinal),
            rows.AsParallel().TallyBy(row => key(row.Key), row => Nps.FromAnswer(row.Score))
                .OrderBy(own => own.Value.N).ThenBy(own => own.Key.ToString(), StringComparer.Ordinal));
    }
}
