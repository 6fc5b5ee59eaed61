using System.Globalization;
using BenchmarkDotNet.Running;
using CxKpi.Benchmarks.Coverage;
using CxKpi.Benchmarks.FalseAlarms;
using CxKpi.Benchmarks.Forecasts;
using CxKpi.Benchmarks.Ratios;
using CxKpi.Benchmarks.ValueModels;

// dotnet run -c Release --project benchmarks/CxKpi.Benchmarks -- followed by
// ratios [--only <class>] the ratios the library promises, or those of a class such as SegmentRatios; exit code 1 when one is missed
// false-alarms [--quick] [--only <name>]
//                         alarms where nothing happens, of all methods or of those of a name; exit code 1 when a promised rate is exceeded
// coverage [--quick]      docs/coverage.md: how often intervals hold the truth; exit code 1 when a cell is over its bounds
// forecast FOLDER         errors and coverage of expectations and forecasts on the series in a folder; exit code 1 when it holds none
// value-models            times of fitting models to many customers and of valuing them
// purchases COUNT FILE    writes the histories of so many of these customers, and times of the fits, for benchmarks/peers/purchases.sh
// stl                     times of the decomposition, for benchmarks/peers/stl.sh
// --filter *              BenchmarkDotNet, with its own arguments
if (args is ["ratios", .. var chosen])
{
    return RatioReport.Run(Console.Out, chosen is ["--only", var subject] ? subject : null);
}

if (args is ["false-alarms", .. var options])
{
    return FalseAlarmReport.Run(Console.Out, options.Contains("--quick"), options is [.., "--only", var name] ? name : null);
}

if (args is ["coverage", .. var few])
{
    return CoverageReport.Run(Console.Out, few is ["--quick"]);
}

if (args is ["forecast", var folder])
{
    return ForecastReport.Run(Console.Out, folder);
}

if (args is ["value-models"])
{
    return ValueModelTimes.Run(Console.Out);
}

if (args is ["purchases", var customers, var histories])
{
    return PurchaseTimes.Run(Console.Out, int.Parse(customers, CultureInfo.InvariantCulture), histories);
}

if (args is ["stl"])
{
    return StlTimes.Run(Console.Out);
}

if (args is ["survival", var tenures])
{
    return SurvivalTimes.Run(Console.Out, tenures);
}

BenchmarkSwitcher.FromAssembly(typeof(RatioReport).Assembly).Run(args);
return 0;
