using CxKpi;
using LiveWindows;
using StackExchange.Redis;

// The KPI of the windows. Another record is another line here: new LiveKpi<Csat>("CSAT", answer => Csat.FromAnswer(answer, TopBox.TwoOfFive)).
LiveKpi<Nps> kpi = new("NPS", answer => Nps.FromAnswer(answer), Target.AtLeast(30));

try
{
    LiveWindowsSettings settings = LiveWindowsSettings.Parse(args);
    await settings.ReachRedisAsync();
    await using WebApplication app = LiveWindowsApplication.Create(settings, kpi);
    await app.StartAsync();
    Console.WriteLine($"{kpi.Label}: dashboard at {app.Urls.First()}/, events go to {app.Urls.First()}/events. Ctrl+C stops.");
    await app.WaitForShutdownAsync();
    return 0;
}
catch (FormatException usage)
{
    Console.Error.WriteLine(usage.Message);
    return 2;
}
catch (Exception error) when (error is RedisException or IOException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
