using System.Collections.Concurrent;
using System.Reflection;

namespace CxKpi.Engines.Tests.Documentation;

/// <summary>What a rewritten block calls in the place of a tally.</summary>
public static class Tallies
{
    /// <summary>How far each line came, and what stopped it.</summary>
    internal static ConcurrentDictionary<int, (bool IsOfSqlite, bool IsOfObjects, string Reason)> Done { get; } = new();

    /// <summary>Tallies in memory and by a query, compares the two, and gives what the query gave.</summary>
    /// <typeparam name="TRow">The type of a row.</typeparam>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="line">The number of the line in its block.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="inMemory">The tally as it is written.</param>
    /// <param name="byQuery">The same tally of a query.</param>
    /// <returns>The result of the query, with segments in the order of memory; the result of memory when there is no query.</returns>
    public static TResult Both<TRow, TResult>(int line, IEnumerable<TRow> rows, Func<TResult> inMemory, Func<IQueryable<TRow>, object> byQuery)
    {
        TRow[] all = [.. rows];
        object expected = Outcome(() => inMemory()!);
        object actual = Outcome(() =>
        {
            using StoredRows<TRow> stored = new(all);
            object result = byQuery(stored.Query);
            Assert.Contains("COUNT(*)", stored.LastQuery, StringComparison.Ordinal);
            return result;
        });
        string reason = WhyNot(expected, actual);
        bool isOfSqlite = reason.Length == 0;
        if (!isOfSqlite)
        {
            actual = Outcome(() => byQuery(all.AsQueryable()));
        }

        bool isOfObjects = WhyNot(expected, actual).Length == 0;
        Done[line] = (isOfSqlite, isOfObjects, reason);
        return expected is Exception refusal ? throw refusal : (TResult)(isOfObjects ? InOrderOf(expected, actual) : expected);
    }

    private static object Outcome(Func<object> tally)
    {
        try
        {
            return tally();
        }
        catch (Exception error) when (error is not Xunit.Sdk.XunitException)
        {
            return error;
        }
    }

    // A refusal counts as a result. A result that differs is no reason, but a failure.
    private static string WhyNot(object expected, object actual)
    {
        switch (expected, actual)
        {
            case (Exception own, Exception other):
                // An engine has no positions to tell of.
                return own.GetType() == other.GetType() && own.Message.Split(':')[0] == other.Message.Split(':')[0]
                    ? ""
                    : $"refused otherwise: {other.Message}";
            case (Exception own, _):
                return $"not refused: {own.Message}";
            case (_, Exception error):
                return $"{error.GetType().Name}: {error.Message}";
            default:
                Same.As(expected, actual);
                return "";
        }
    }

    private static object InOrderOf(object expected, object actual) =>
        expected.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Segments<,>)
            ? typeof(Tallies).GetMethod(nameof(SegmentsInOrder), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(type.GetGenericArguments())
                .Invoke(null, [expected, actual])!
            : actual;

    private static Segments<TKey, TKpi> SegmentsInOrder<TKey, TKpi>(Segments<TKey, TKpi> expected, Segments<TKey, TKpi> actual)
        where TKey : notnull
        where TKpi : struct, IKpi<TKpi> =>
        expected.Keys.TallyBy(key => key, key => actual[key]);
}
