using System.Net;
using System.Net.Sockets;

namespace LiveWindows.Drill;

/// <summary>Ports for servers that take no port of the system's choice.</summary>
public static class FreePorts
{
    /// <summary>Ports of 127.0.0.1 at which nobody listens.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Different ports.</returns>
    public static int[] Find(int count)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        Array.ForEach(listeners, listener => listener.Start());
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        Array.ForEach(listeners, listener => listener.Dispose());
        return ports;
    }
}
