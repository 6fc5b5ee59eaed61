using System.Globalization;

namespace CxKpi.Tests.Numerics;

/// <summary>Checks functions against the rows of quantiles.csv, which says how it was made.</summary>
internal static class Reference
{
    /// <summary>Every row of the quantity agrees within the relative tolerance, which may depend on the row's arguments.</summary>
    public static void Agrees(string quantity, Func<double[], double> function, Func<double[], double> tolerance)
    {
        List<string> wrong = [];
        int rows = 0;
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Numerics", "quantiles.csv")))
        {
            string[] fields = line.Split(',');
            if (fields[0] != quantity)
            {
                continue;
            }

            double[] numbers = [.. fields[1..].Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
            double expected = numbers[^1];
            double actual = function(numbers);
            rows++;
            if (!(Error(actual, expected) <= tolerance(numbers)))
            {
                wrong.Add($"{line} but got {actual:R}, off by {Error(actual, expected):e1}");
            }
        }

        Assert.True(rows >= 10, $"only {rows} rows of {quantity}");
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    public static void Agrees(string quantity, Func<double[], double> function, double tolerance) => Agrees(quantity, function, _ => tolerance);

    public static double Error(double actual, double expected) => actual.Equals(expected) ? 0 : Math.Abs(actual - expected) / Math.Abs(expected);

    public static bool Close(double actual, double expected, double tolerance) => Error(actual, expected) <= tolerance;
}
