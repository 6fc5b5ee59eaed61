using System.Globalization;
using System.Net;
using CxKpi;
using NodaTime;
using StackExchange.Redis;

namespace LiveWindows;

/// <summary>What the command line states.</summary>
public sealed record LiveWindowsSettings
{
    /// <summary>How the application is called.</summary>
    public const string Usage = """
        usage: dotnet run --project samples/live-windows -- [--flag value ...]
          --urls http://127.0.0.1:5000   where events are posted and the dashboard is read
          --redis host:port              keep windows in Redis, and find the other silos through it; without it, in memory, one silo
          --address 127.0.0.1            the address at which the other silos reach this one
          --silo-port 11111              its port for them; each silo on a machine has its own
          --gateway-port 30000           its port for clients of the cluster
          --window Day                   the length of a window: Day, Week, Month, Quarter or Year
          --zone Etc/UTC                 the time zone in which days begin, such as Europe/Paris
          --late-days 3                  refuse an event when its window ended more than so many days ago
          --show 30                      how many windows the dashboard judges by
          --refresh-seconds 5            how old the dashboard may be
          --at-once 32                   batches worked on at the same time
          --waiting 64                   batches that may wait; those beyond get 503 and Retry-After
          --demo                         begin with a month of invented answers (--late-days 31), and go on inventing them
        """;

    /// <summary>Where Redis is; <see langword="null"/> keeps windows in memory.</summary>
    public string? Redis { get; init; }

    /// <summary>The address at which the other silos reach this one.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port for the other silos.</summary>
    public int SiloPort { get; init; } = 11_111;

    /// <summary>The port for clients of the cluster.</summary>
    public int GatewayPort { get; init; } = 30_000;

    /// <summary>The windows.</summary>
    public WindowCalendar Calendar { get; init; } = new(CalendarUnit.Day, DateTimeZone.Utc);

    /// <summary>How long after its end a window still takes events.</summary>
    public Duration Late { get; init; } = Duration.FromDays(3);

    /// <summary>How many windows the dashboard judges by.</summary>
    public int Show { get; init; } = 30;

    /// <summary>How old the dashboard may be.</summary>
    public TimeSpan Refresh { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many batches are worked on at the same time.</summary>
    public int AtOnce { get; init; } = 32;

    /// <summary>How many batches may wait.</summary>
    public int Waiting { get; init; } = 64;

    /// <summary>Whether answers are invented.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Where HTTP is served.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5000";

    /// <summary>Reads the command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="FormatException">A flag is not known, or its value is not one that it takes.</exception>
    public static LiveWindowsSettings Parse(IReadOnlyList<string> args)
    {
        LiveWindowsSettings read = new();
        for (int i = 0; i < args.Count; i++)
        {
            string flag = args[i];
            read = flag == "--demo"
                ? read with { IsDemo = true, Late = Duration.FromDays(31) }
                : read.With(flag, ++i < args.Count ? args[i] : throw Refused($"{flag} needs a value"));
        }

        return read;
    }

    /// <summary>Asks Redis for an answer, if it is to be used: without it a silo would try to start, and explain at length why it did not.</summary>
    /// <returns>A task that ends when Redis has answered.</returns>
    /// <exception cref="RedisException">Redis does not answer.</exception>
    public async Task ReachRedisAsync()
    {
        if (Redis is not null)
        {
            await using ConnectionMultiplexer redis = await ConnectionMultiplexer.ConnectAsync(Redis);
            await redis.GetDatabase().PingAsync();
        }
    }

    private LiveWindowsSettings With(string flag, string value)
    {
        return flag switch
        {
            "--urls" => this with { Urls = value },
            "--redis" => this with { Redis = value },
            "--address" => this with { Address = IPAddress.TryParse(value, out IPAddress? address) ? address : throw Not("an IP address") },
            "--silo-port" => this with { SiloPort = Number(1, 65_535) },
            "--gateway-port" => this with { GatewayPort = Number(1, 65_535) },
            "--window" => this with { Calendar = Calendar with { Unit = Unit() } },
            "--zone" => this with { Calendar = Calendar with { Zone = Zone() } },
            "--late-days" => this with { Late = Duration.FromDays(Number(0, 100_000)) },
            "--show" => this with { Show = Number(1, 1_000) },
            "--refresh-seconds" => this with { Refresh = TimeSpan.FromSeconds(Number(1, 3_600)) },
            "--at-once" => this with { AtOnce = Number(1, 10_000) },
            "--waiting" => this with { Waiting = Number(0, 100_000) },
            _ => throw Refused($"there is no {flag}"),
        };

        CalendarUnit Unit() => Enum.TryParse(value, out CalendarUnit unit) && unit.ToString() == value ? unit : throw Not("Day, Week, Month, Quarter or Year");

        DateTimeZone Zone() => DateTimeZoneProviders.Tzdb.GetZoneOrNull(value) ?? throw Not("a zone such as Europe/Paris");

        int Number(int from, int to) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= from && number <= to
            ? number
            : throw Not(string.Create(CultureInfo.InvariantCulture, $"a number from {from} to {to}"));

        FormatException Not(string what) => Refused($"{flag} takes {what}; got {value}");
    }

    private static FormatException Refused(string why) => new($"{why}\n{Usage}");
}
