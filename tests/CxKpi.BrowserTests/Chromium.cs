using Microsoft.Playwright;

namespace CxKpi.BrowserTests;

/// <summary>One Chromium for all tests: that of the machine, which CHROMIUM may name.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Usual =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];

    private IPlaywright? playwright;

    /// <summary>Why tests are skipped; <see langword="null"/> when there is a browser, or when one is required: the tests then fail without it.</summary>
    internal static string? ReasonToSkip { get; } = Executable is null && Environment.GetEnvironmentVariable("BROWSER_REQUIRED") is null
        ? "there is no Chromium; CHROMIUM may name its executable"
        : null;

    internal IBrowser Browser { get; private set; } = null!;

    private static string? Executable => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named ? named : Array.Find(Usual, File.Exists);

    public async Task InitializeAsync()
    {
        if (ReasonToSkip is null)
        {
            playwright = await Playwright.CreateAsync();
            Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox"] });
        }
    }

    public async Task DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        playwright?.Dispose();
    }

    /// <summary>Opens a report in a window of a size, and keeps what it asks of the network and what it complains of.</summary>
    internal async Task<ReportPage> OpenAsync(string html, int width = 1280, int height = 720, ColorScheme scheme = ColorScheme.Light)
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(file, html);
        IPage page = await Browser.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        ReportPage report = new(page, file);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return report;
    }
}

/// <summary>A report in the browser; its file goes when the test is done.</summary>
internal sealed class ReportPage : IAsyncDisposable
{
    private readonly string file;
    private readonly List<string> requests = [], complaints = [];

    internal ReportPage(IPage page, string file)
    {
        Page = page;
        this.file = file;
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        page.Dialog += (_, dialog) => complaints.Add(dialog.Message);
    }

    internal IPage Page { get; }

    /// <summary>What was asked of the network beside the page itself.</summary>
    internal IEnumerable<string> Requests => requests.Where(
        url => !url.StartsWith("file:", StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal));

    internal IReadOnlyList<string> Complaints => complaints;

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        File.Delete(file);
    }
}
