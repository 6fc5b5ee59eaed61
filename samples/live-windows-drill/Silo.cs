using System.Globalization;

namespace LiveWindows.Drill;

/// <summary>The application in a process of its own.</summary>
internal sealed class Silo : IAsyncDisposable
{
    private readonly Child process;

    private Silo(Uri address, params string[] arguments)
    {
        Address = address;
        process = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [typeof(LiveWindowsApplication).Assembly.Location, .. arguments]);
    }

    internal Uri Address { get; }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => process.DisposeAsync();

    internal static async Task<Silo> StartAsync(RedisServer redis, HttpClient http, CancellationToken cancellation)
    {
        string[] ports = [.. FreePorts.Find(3).Select(port => port.ToString(CultureInfo.InvariantCulture))];
        string[] asSilo = ["--redis", redis.Address, "--silo-port", ports[1], "--gateway-port", ports[2]];
        Uri address = new($"http://127.0.0.1:{ports[0]}/");
        Silo silo = new(address, ["--urls", $"{address}", .. asSilo, "--zone", Survey.Zone.Id, "--late-days", "100000"]);
        try
        {
            await silo.process.UntilAsync(() => IsRunningAsync(address, http, cancellation), cancellation);
            return silo;
        }
        catch
        {
            await silo.DisposeAsync();
            throw;
        }
    }

    internal Task KillAsync() => process.KillAsync();

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
