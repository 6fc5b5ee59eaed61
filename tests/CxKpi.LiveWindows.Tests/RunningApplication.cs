using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using LiveWindows;
using LiveWindows.Drill;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Orleans.Storage;

namespace CxKpi.LiveWindows.Tests;

/// <summary>The application in this process, with windows in memory, a clock that stands still, and a storage that fails on demand.</summary>
internal sealed class RunningApplication : IAsyncDisposable
{
    private readonly WebApplication application;
    private readonly HttpClient http = new();

    private RunningApplication(Func<FailingStorage, WebApplication> create) => application = create(Storage);

    internal static Instant Now { get; } = InstantPattern.ExtendedIso.Parse("2026-11-30T12:00:00Z").Value;

    internal FailingStorage Storage { get; } = new();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await application.StopAsync();
        await application.DisposeAsync();
    }

    internal static async Task<RunningApplication> StartAsync<TKpi>(LiveKpi<TKpi> kpi, params string[] flags)
        where TKpi : struct, IKpi<TKpi>
    {
        string[] ports = [.. FreePorts.Find(2).Select(port => port.ToString(CultureInfo.InvariantCulture))];
        string[] asSilo = ["--silo-port", ports[0], "--gateway-port", ports[1]];
        RunningApplication running = new(storage => LiveWindowsApplication.Create(
            LiveWindowsSettings.Parse(["--urls", "http://127.0.0.1:0", .. asSilo, "--zone", "Europe/Paris", .. flags]),
            kpi,
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton<IClock>(new StandingClock());
                builder.Services.AddKeyedSingleton<IGrainStorage>(SegmentsGrain.Storage, (services, _) => storage.Over(services));
            }));
        await running.application.StartAsync();
        running.http.BaseAddress = new(running.application.Urls.First());
        return running;
    }

    /// <summary>Posts events and reads the receipt, as a sender does that is asked to come again.</summary>
    internal async Task<Receipt?> TakeAsync(params Answered[] events)
    {
        using HttpResponseMessage response = await PostAsync(events);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<Receipt>();
    }

    internal Task<HttpResponseMessage> PostAsync(params Answered[] events) => http.PostAsJsonAsync("events", events);

    internal async Task<HttpResponseMessage> PostTextAsync(string json, string type = "application/json")
    {
        using StringContent content = new(json, Encoding.UTF8, type);
        return await http.PostAsync(new Uri("events", UriKind.Relative), content);
    }

    internal async Task<WindowState<TKpi>> WindowAsync<TKpi>(string window, string segment)
        where TKpi : struct, IKpi<TKpi> =>
        (await http.GetFromJsonAsync<WindowState<TKpi>>($"windows/{window}/{Uri.EscapeDataString(segment)}"))!;

    internal Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    private sealed class StandingClock : IClock
    {
        public Instant GetCurrentInstant() => Now;
    }
}
