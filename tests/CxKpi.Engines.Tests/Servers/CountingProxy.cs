using System.Net;
using System.Net.Sockets;

namespace CxKpi.Engines.Tests.Servers;

/// <summary>Stands between a client and a server on 127.0.0.1, and counts the bytes that the server sends.</summary>
internal sealed class CountingProxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;
    private long received;

    internal CountingProxy(int server)
    {
        this.server = server;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Accept();
    }

    internal int Port { get; }

    /// <summary>The bytes that the server sent so far.</summary>
    internal long Received => Interlocked.Read(ref received);

    public void Dispose() => listener.Dispose();

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync();
                _ = Forward(client);
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
        catch (ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task Forward(TcpClient client)
    {
        using TcpClient own = client, other = new();
        await other.ConnectAsync(IPAddress.Loopback, server);
        await using NetworkStream toClient = own.GetStream(), toServer = other.GetStream();
        await Task.WhenAny(Pump(toClient, toServer, _ => { }), Pump(toServer, toClient, bytes => Interlocked.Add(ref received, bytes)));
    }

    private static async Task Pump(NetworkStream from, NetworkStream to, Action<int> count)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            for (int bytes = await from.ReadAsync(buffer); bytes > 0; bytes = await from.ReadAsync(buffer))
            {
                count(bytes);
                await to.WriteAsync(buffer.AsMemory(0, bytes));
            }
        }
        catch (IOException)
        {
            // Either side closed its connection.
        }
    }
}
