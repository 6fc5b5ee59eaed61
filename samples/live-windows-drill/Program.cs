using System.Globalization;
using LiveWindows.Drill;

// What becomes of the windows when a silo and Redis are killed, and what minutes of load show, with the figures. It needs redis-server, and stops what it
// starts.
//   dotnet run -c Release --project samples/live-windows-drill [-- <events, a multiple of 8,000>]
//   dotnet run -c Release --project samples/live-windows-drill -- soak [<minutes>]
if (args is [MeasuredApplication.Verb, .. string[] ofApplication])
{
    await MeasuredApplication.RunAsync(ofApplication);
    return 0;
}

Func<CancellationToken, Task<(object Report, bool IsWrong)>>? run = args switch
{
    [] => cancellation => DrillAsync(800_000, cancellation),
    ["soak"] => cancellation => SoakAsync(10, cancellation),
    ["soak", string text] when double.TryParse(text, CultureInfo.InvariantCulture, out double minutes) && minutes is >= 0.5 and <= 1_440 =>
        cancellation => SoakAsync(minutes, cancellation),
    [string text] when int.TryParse(text, CultureInfo.InvariantCulture, out int events) && events >= 8_000 && events % 8_000 == 0 =>
        cancellation => DrillAsync(events, cancellation),
    _ => null,
};
if (run is null)
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project samples/live-windows-drill [-- <events, a multiple of 8000>]
               dotnet run -c Release --project samples/live-windows-drill -- soak [<minutes, 0.5 or more>]
        """);
    return 2;
}

using CancellationTokenSource stop = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
try
{
    (object report, bool isWrong) = await run(stop.Token);
    Console.WriteLine(report);
    return isWrong ? 1 : 0;
}
catch (Exception error) when (error is InvalidOperationException or OperationCanceledException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

static async Task<(object Report, bool IsWrong)> DrillAsync(int events, CancellationToken cancellation)
{
    DrillReport report = await ClusterDrill.RunAsync(events, cancellation);
    return (report, report.Windows.Any(window => window.IsWrong) || !report.Control.Any(window => window.IsWrong));
}

static async Task<(object Report, bool IsWrong)> SoakAsync(double minutes, CancellationToken cancellation)
{
    SoakReport report = await Soak.RunAsync(TimeSpan.FromMinutes(minutes), cancellation);
    return (report, report.IsWrong);
}
