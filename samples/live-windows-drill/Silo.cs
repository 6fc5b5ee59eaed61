using System.Globalization;

namespace LiveWindows.Drill;

/// <summary>The application in a process of its own, at ports of its own.</summary>
internal sealed class Silo : IAsyncDisposable
{
    private readonly string[] command;
    private Child process;

    private Silo(Uri address, string[] command)
    {
        Address = address;
        this.command = command;
        process = Start();
    }

    internal Uri Address { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => process.DisposeAsync();

    /// <summary>Starts the application; where it is measured, in a process that also says what memory it takes.</summary>
    internal static async Task<Silo> StartAsync(RedisServer redis, HttpClient http, CancellationToken cancellation, bool isMeasured = false)
    {
        string[] ports = [.. FreePorts.Find(3).Select(port => port.ToString(CultureInfo.InvariantCulture))];
        string[] asSilo = ["--redis", redis.Address, "--silo-port", ports[1], "--gateway-port", ports[2]];
        Uri address = new($"http://127.0.0.1:{ports[0]}/");
        string[] program = isMeasured ? [typeof(Silo).Assembly.Location, MeasuredApplication.Verb] : [typeof(LiveWindowsApplication).Assembly.Location];
        Silo silo = new(address, [.. program, "--urls", $"{address}", .. asSilo, "--zone", Survey.Zone.Id, "--late-days", "100000"]);
        try
        {
            await silo.IsReadyAsync(http, cancellation);
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    internal Task KillAsync() => process.KillAsync();

    /// <summary>Ends the process without warning, and starts it again at the same ports.</summary>
    internal async Task RestartAsync(HttpClient http, CancellationToken cancellation)
    {
        await process.DisposeAsync();
        process = Start();
        await IsReadyAsync(http, cancellation);
    }

    private Child Start() => new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", command);

    private Task IsReadyAsync(HttpClient http, CancellationToken cancellation) =>
        process.UntilAsync(() => IsRunningAsync(Address, http, cancellation), cancellation);

    private static async Task<bool> IsRunningAsync(Uri address, HttpClient http, CancellationToken cancellation)
    {
        try
        {
            using HttpResponseMessage response = await http.GetAsync(new Uri(address, "health"), cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
