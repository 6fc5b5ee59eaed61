using System.Diagnostics;

namespace LiveWindows.Drill;

/// <summary>A process that the drill has started, and ends when it is disposed of.</summary>
internal sealed class Child : IAsyncDisposable
{
    private const int LinesKept = 40;

    private readonly Process process;
    private readonly Queue<string> lines = [];

    internal Child(string program, params string[] arguments)
    {
        process = new()
        {
            StartInfo = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false },
        };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        AppDomain.CurrentDomain.ProcessExit += Kill;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Asks until the answer is yes; throws when the process has ended, or the answer stays no for two minutes.</summary>
    internal async Task UntilAsync(Func<Task<bool>> isReady, CancellationToken cancellation)
    {
        long begun = Stopwatch.GetTimestamp();
        while (!await isReady())
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(begun) > TimeSpan.FromMinutes(2))
            {
                throw new InvalidOperationException($"{this} is not ready: {string.Join('\n', Lines())}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
        }
    }

    /// <summary>Ends the process at once: it gets no time to tidy up.</summary>
    internal async Task KillAsync()
    {
        Kill(null, EventArgs.Empty);
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', [process.StartInfo.FileName, .. process.StartInfo.ArgumentList]);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        AppDomain.CurrentDomain.ProcessExit -= Kill;
        process.Dispose();
    }

    private void Kill(object? sender, EventArgs arguments) => process.Kill(entireProcessTree: true);

    private void Keep(string? line)
    {
        lock (lines)
        {
            lines.Enqueue(line ?? "");
            if (lines.Count > LinesKept)
            {
                lines.Dequeue();
            }
        }
    }

    private string[] Lines()
    {
        lock (lines)
        {
            return [.. lines];
        }
    }
}
