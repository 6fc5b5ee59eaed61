using System.Net;
using System.Net.Sockets;

namespace LiveWindows.Drill;

/// <summary>A private Redis on 127.0.0.1, in a temporary folder, that has written down what it has answered for.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    // So that what was acknowledged to a source is there after the restart.
    private static readonly string[] WriteBeforeAnswering = ["--appendonly", "yes", "--appendfsync", "always"];

    private readonly string folder = Directory.CreateTempSubdirectory("live-windows-redis-").FullName;
    private readonly int port = FreePorts.Find(1)[0];
    private Child? running;

    private RedisServer()
    {
    }

    /// <summary>The program; <see langword="null"/> where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(path => Path.Combine(path, "redis-server")).FirstOrDefault(File.Exists);

    /// <summary>Where it listens.</summary>
    public string Address => FormattableString.Invariant($"127.0.0.1:{port}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (running is not null)
        {
            await running.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Starts a server.</summary>
    internal static async Task<RedisServer> StartAsync(CancellationToken cancellation)
    {
        RedisServer server = new();
        try
        {
            await server.RunAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Ends the server without warning, and starts it again with what it has written down.</summary>
    internal async Task RestartAsync(CancellationToken cancellation)
    {
        await running!.DisposeAsync();
        await RunAsync(cancellation);
    }

    private async Task RunAsync(CancellationToken cancellation)
    {
        string program = Program ?? throw new InvalidOperationException("redis-server is not installed: apt-get install redis-server");
        running = new(
            program,
            ["--port", FormattableString.Invariant($"{port}"), "--bind", "127.0.0.1", "--dir", folder, "--save", "", .. WriteBeforeAnswering]);
        await running.UntilAsync(() => AnswersAsync(cancellation), cancellation);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using TcpClient client = new();
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            using StreamWriter writer = new(client.GetStream()) { AutoFlush = true };
            using StreamReader reader = new(client.GetStream());
            await writer.WriteAsync("PING\r\n");
            return await reader.ReadLineAsync(cancellation) == "+PONG";
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            return false;
        }
    }
}
