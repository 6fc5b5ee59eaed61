using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CxKpi.Trends;

namespace CxKpi.Benchmarks.Forecasts;

/// <summary>The same forecasts by R's forecast package, when there is an R with it.</summary>
internal static class PeerForecasts
{
    private const string Script = """
        suppressMessages(library(forecast))
        for (line in readLines(commandArgs(TRUE)[1])) {
          cells <- strsplit(line, ";")[[1]]
          y <- ts(as.numeric(strsplit(cells[3], ",")[[1]]), frequency = as.integer(cells[1]))
          h <- as.integer(cells[2])
          for (method in c("ets", "auto.arima")) {
            f <- forecast(if (method == "ets") ets(na.interp(y)) else auto.arima(y), h, level = 95)
            cat(method, paste(f$mean, collapse = ","), paste(f$lower, collapse = ","), paste(f$upper, collapse = ","), sep = ";")
            cat("\n")
          }
        }
        """;

    private static readonly string[] Methods = ["ets", "auto.arima"];

    /// <summary>The scores of each method; empty where there is no R.</summary>
    public static IEnumerable<(string Name, ForecastScore?[] Scores)> Scores(RolledForecast[] origins)
    {
        string script = Path.GetTempFileName(), data = Path.GetTempFileName();
        try
        {
            File.WriteAllText(script, Script);
            File.WriteAllLines(data, origins.Select(origin => string.Create(
                CultureInfo.InvariantCulture,
                $"{origin.Series.Cycle};{origin.Series.Ahead};{string.Join(",", Figures(origin.Past))}")));
            string[] lines = Output(script, data);
            return lines.Length < Methods.Length * origins.Length
                ? []
                : Methods.Select((name, m) => ("R " + name, origins.Select((origin, i) => origin.Score(Ahead(lines[Methods.Length * i + m]))).ToArray()));
        }
        finally
        {
            File.Delete(script);
            File.Delete(data);
        }
    }

    private static IEnumerable<string> Figures(PeriodSeries series) => series.Select(point => point.Value?.ToString("R", CultureInfo.InvariantCulture) ?? "NA");

    private static string[] Output(string script, string data)
    {
        try
        {
            using Process r = Process.Start(new ProcessStartInfo("Rscript", [script, data]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            string text = r.StandardOutput.ReadToEnd();
            r.WaitForExit();
            return r.ExitCode == 0 ? text.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
        }
        catch (Win32Exception)
        {
            return [];
        }
    }

    private static ForecastRange[] Ahead(string line)
    {
        double[][] parts = [.. line.Split(';')[1..].Select(part => part.Split(',').Select(x => double.Parse(x, CultureInfo.InvariantCulture)).ToArray())];
        return [.. parts[0].Select((value, h) => new ForecastRange(value, parts[1][h], parts[2][h]))];
    }
}
