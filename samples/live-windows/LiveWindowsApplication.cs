using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using CxKpi;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Serialization.Configuration;
using StackExchange.Redis;

namespace LiveWindows;

/// <summary>The application: a silo of the cluster, the endpoint that takes events, and the dashboard.</summary>
public static class LiveWindowsApplication
{
    private const string BackPressure = "batches", OncePerRefresh = "dashboard", RetryAfterSeconds = "1";

    /// <summary>Creates the application.</summary>
    /// <typeparam name="TKpi">The type of the record that the windows hold.</typeparam>
    /// <param name="settings">The settings.</param>
    /// <param name="kpi">What the windows hold.</param>
    /// <param name="configure">Changes what was configured, for tests; <see langword="null"/> changes nothing.</param>
    /// <returns>The application, which has not started.</returns>
    public static WebApplication Create<TKpi>(LiveWindowsSettings settings, LiveKpi<TKpi> kpi, Action<WebApplicationBuilder>? configure = null)
        where TKpi : struct, IKpi<TKpi>
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(settings.Urls);
        // Orleans places each grain through Polly, which writes two lines about every one; its watchdog warns of the time before its own start.
        builder.Logging.AddFilter("Orleans", LogLevel.Warning).AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Polly", LogLevel.Error).AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error);
        builder.Services.AddSingleton(kpi).AddSingleton(settings).AddSingleton<IClock, WallClock>();
        builder.Services.AddSingleton(services => services.GetRequiredService<IMeterFactory>().Create("LiveWindows"));
        builder.Services.AddSingleton<Ingest<TKpi>>().AddSingleton<Dashboard<TKpi>>();
        if (settings.IsDemo)
        {
            builder.Services.AddHostedService<Demo<TKpi>>();
        }

        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // A batch with a name misspelt is refused, instead of read as a null or a 0.
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.RespectNullableAnnotations = true;
        });
        builder.Services.AddOutputCache(cache => cache.AddPolicy(OncePerRefresh, policy => policy.Expire(settings.Refresh)));
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status503ServiceUnavailable;
            limiter.OnRejected = (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
                return ValueTask.CompletedTask;
            };
            limiter.AddConcurrencyLimiter(BackPressure, batches => (batches.PermitLimit, batches.QueueLimit) = (settings.AtOnce, settings.Waiting));
        });
        builder.UseOrleans(silo => Configure(silo, settings));
        configure?.Invoke(builder);

        WebApplication app = builder.Build();
        app.UseRateLimiter();
        app.UseOutputCache();
        app.MapPost("/events", Take<TKpi>).RequireRateLimiting(BackPressure);
        app.MapGet("/", Page<TKpi>).CacheOutput(OncePerRefresh);
        app.MapGet("/scorecard.json", Json<TKpi>).CacheOutput(OncePerRefresh);
        app.MapGet("/windows/{window}/{**segment}", Window<TKpi>);
        app.MapGet("/health", () => "running");
        return app;
    }

    private static void Configure(ISiloBuilder silo, LiveWindowsSettings settings)
    {
        if (settings.Redis is null)
        {
            silo.UseLocalhostClustering(settings.SiloPort, settings.GatewayPort);
            silo.AddMemoryGrainStorage(SegmentsGrain.Storage);
        }
        else
        {
            ConfigurationOptions redis = ConfigurationOptions.Parse(settings.Redis);
            redis.AbortOnConnectFail = false;
            silo.Configure<ClusterOptions>(cluster => cluster.ClusterId = cluster.ServiceId = "live-windows");
            silo.UseRedisClustering(clustering => clustering.ConfigurationOptions = redis);
            silo.ConfigureEndpoints(settings.Address, settings.SiloPort, settings.GatewayPort);
            silo.AddRedisGrainStorage(SegmentsGrain.Storage, storage => storage.ConfigurationOptions = redis);
        }

        // Newtonsoft.Json, the default, takes the first constructor that it finds and loses what that one does not set.
        silo.UseSystemTextJsonGrainStorageSerializer();

        // The records of the library travel as JSON between silos; and a grain of a record is a type that silos may name to each other.
        silo.Services.AddSerializer(serializer => serializer.AddJsonSerializer(type => type.Assembly == typeof(IKpi<>).Assembly));
        silo.Services.Configure<TypeManifestOptions>(types =>
        {
            types.AddAllowedAssembly(typeof(IKpi<>).Assembly);
            types.AddAllowedAssembly(typeof(LiveWindowsApplication).Assembly);
        });
    }

    // What cannot be is told to the sender, who sends it no more; what failed on this side it sends again.
    private static async Task<IResult> Take<TKpi>(HttpRequest request, Ingest<TKpi> ingest, ILogger<Ingest<TKpi>> log)
        where TKpi : struct, IKpi<TKpi>
    {
        if (!request.HasJsonContentType())
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        Answered[] events;
        try
        {
            events = await request.ReadFromJsonAsync<Answered[]>() ?? [];
        }
        catch (JsonException refusal)
        {
            return Refused(refusal);
        }

        try
        {
            return Results.Ok(await ingest.TakeAsync(events));
        }
        catch (InvalidDataException refusal)
        {
            return Refused(refusal);
        }
        catch (Exception error)
        {
            Log.NotTaken(log, error.Message);
            request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Refused(Exception refusal) => Results.Text(refusal.Message, statusCode: StatusCodes.Status400BadRequest);

    // The browser asks again, also when there was nothing to show.
    private static Task<IResult> Page<TKpi>(Dashboard<TKpi> dashboard, LiveWindowsSettings settings, HttpResponse response, ILogger<Dashboard<TKpi>> log)
        where TKpi : struct, IKpi<TKpi>
    {
        response.Headers["Refresh"] = settings.Refresh.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return Shown(dashboard, card => Results.Text(card.ToHtmlPage(), "text/html; charset=utf-8"), log);
    }

    private static Task<IResult> Json<TKpi>(Dashboard<TKpi> dashboard, ILogger<Dashboard<TKpi>> log)
        where TKpi : struct, IKpi<TKpi> =>
        Shown(dashboard, card => Results.Text(card.ToJson(), "application/json"), log);

    private static async Task<IResult> Shown<TKpi>(Dashboard<TKpi> dashboard, Func<Scorecard, IResult> face, ILogger log)
        where TKpi : struct, IKpi<TKpi>
    {
        try
        {
            return face(await dashboard.ShowAsync());
        }
        catch (Exception error)
        {
            Log.NotShown(log, error.Message);
            return Results.Text("The windows cannot be read at the moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> Window<TKpi>(string window, string segment, IGrainFactory grains)
        where TKpi : struct, IKpi<TKpi>
    {
        try
        {
            string key = Ingest<TKpi>.KeyOf(CalendarPeriod.Parse(window), segment);
            return Results.Ok(await grains.GetGrain<IWindow<TKpi>>(key).Read());
        }
        catch (FormatException refusal)
        {
            return Refused(refusal);
        }
    }
}

/// <summary>The clock of the machine, by which events are late or early.</summary>
internal sealed class WallClock : IClock
{
    /// <inheritdoc/>
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
}

/// <summary>What an operator reads.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "A batch was not taken; its sender is asked to send it again: {Reason}")]
    internal static partial void NotTaken(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "The dashboard was not shown: {Reason}")]
    internal static partial void NotShown(ILogger log, string reason);
}
