using LiveWindows.Drill;

// What becomes of the windows when a silo and Redis are killed, with the figures. It needs redis-server, and stops all that it starts.
//   dotnet run -c Release --project samples/live-windows-drill [-- <events, a multiple of 8,000>]
int events = 800_000;
if (args.Length > 1 || (args.Length == 1 && (!int.TryParse(args[0], out events) || events < 8_000 || events % 8_000 != 0)))
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project samples/live-windows-drill [-- <events, a multiple of 8000>]");
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
    DrillReport report = await ClusterDrill.RunAsync(events, stop.Token);
    Console.WriteLine(report);
    return report.Windows.Any(window => window.IsWrong) || !report.Control.Any(window => window.IsWrong) ? 1 : 0;
}
catch (Exception error) when (error is InvalidOperationException or OperationCanceledException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
