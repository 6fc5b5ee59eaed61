using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CxKpi.Engines.Tests.Servers;

/// <summary>
/// A private PostgreSQL server on 127.0.0.1 in a temporary folder, from the programs that are installed; it is stopped and removed at the end.
/// </summary>
public sealed class PostgreSqlServer : IDisposable
{
    private const string User = "postgres";

    private static readonly string? Programs = FindPrograms();

    private readonly string folder = Directory.CreateTempSubdirectory("cxkpi-postgresql-").FullName;
    private readonly int port = FreePort();

    public PostgreSqlServer()
    {
        if (IsRoot)
        {
            Run("chown", [User, folder]);
        }

        Run("initdb", ["-D", Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]);
        Run("pg_ctl", ["-D", Data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-p {port} -k {folder} -h 127.0.0.1 -c fsync=off", "start"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>Why there is no server; <see langword="null"/> when there can be one.</summary>
    public static string? Missing => Programs is null ? "no PostgreSQL is installed (Debian: apt-get install postgresql)" : null;

    public string Connection => $"Host=127.0.0.1;Port={port};Username={User};Database={User};Pooling=false";

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(folder, "data");

    /// <summary>Stops the server at once, as if its machine failed.</summary>
    public void Stop()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            Run("pg_ctl", ["-D", Data, "-m", "immediate", "-w", "stop"]);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Stop();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? FindPrograms()
    {
        IEnumerable<string> installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        string? found = installed.Select(version => Path.Combine(version, "bin")).FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")));
        return OperatingSystem.IsLinux() ? found : null;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server refuses to run as root.
    private static void Run(string program, string[] arguments)
    {
        string own = program == "chown" ? program : Path.Combine(Programs!, program);
        string[] all = IsRoot && program != "chown"
            ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", own, .. arguments]
            : [own, .. arguments];
        ProcessStartInfo start = new(all[0], all[1..]) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        using Process process = Process.Start(start)!;
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)) || process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {process.StandardOutput.ReadToEnd()}");
        }
    }
}
