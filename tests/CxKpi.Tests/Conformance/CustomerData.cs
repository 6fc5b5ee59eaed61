using System.Globalization;
using CxKpi.Value;
using NodaTime;
using NodaTime.Text;

namespace CxKpi.Tests.Conformance;

/// <summary>Files of customers that vectors name; what follows a blank in the name describes how they were read.</summary>
internal static class CustomerData
{
    private static readonly LocalDatePattern Days = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>A table of histories: an id, repeat purchases, recency and age.</summary>
    internal static IEnumerable<PurchaseHistory> Histories(string name) => Rows(name, ',').Skip(1)
        .Select(cells => new PurchaseHistory(int.Parse(cells[1], CultureInfo.InvariantCulture), Number(cells[2]), Number(cells[3])));

    /// <summary>A table of histories that ends with the mean amount of repeat purchases.</summary>
    internal static IEnumerable<SpendHistory> Spending(string name) => Rows(name, ',').Skip(1)
        .Select(cells => new SpendHistory(int.Parse(cells[1], CultureInfo.InvariantCulture), Number(cells[4])));

    /// <summary>A table of histories in opportunities: purchases, the last of them, all opportunities and how many customers.</summary>
    internal static IEnumerable<PurchaseHistory> Opportunities(string name) => Rows(name, ',').Skip(1).Select(cells => new PurchaseHistory(
        int.Parse(cells[0], CultureInfo.InvariantCulture),
        Number(cells[1]),
        Number(cells[2]),
        long.Parse(cells[3], CultureInfo.InvariantCulture)));

    /// <summary>A log of purchases: an id, another, the day, the number of things and the amount, separated by blanks.</summary>
    internal static PurchaseHistories<string> Log(string name, LocalDate calibrationEnd, LocalDate? holdoutEnd = null) => PurchaseLog.Summarise(
        Rows(name, ' '),
        cells => cells[1],
        cells => Days.Parse(cells[2]).Value,
        cells => decimal.Parse(cells[4], CultureInfo.InvariantCulture),
        CalendarUnit.Week,
        calibrationEnd,
        holdoutEnd);

    private static IEnumerable<string[]> Rows(string name, char separator) =>
        File.ReadLines(VectorSuite.Loaded.DataFile(name)).Select(line => line.Split(separator, StringSplitOptions.RemoveEmptyEntries));

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
}
