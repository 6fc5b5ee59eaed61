using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests;

internal static class Law
{
    /// <summary>Checks a law on 200 generated cases; a failure's message holds the shrunk case and the seed to replay it with.</summary>
    /// <param name="gen">Generates the cases.</param>
    /// <param name="law">What must be true of each.</param>
    /// <param name="replay">"seed,gamma" from a failure's message, while looking into it.</param>
    public static void Holds<T>(Gen<T> gen, Func<T, bool> law, string? replay = null)
    {
        Config config = Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true);
        if (replay?.Split(',') is [string seed, string gamma])
        {
            config = config.WithReplay(ulong.Parse(seed, System.Globalization.CultureInfo.InvariantCulture), ulong.Parse(gamma, System.Globalization.CultureInfo.InvariantCulture));
        }

        Check.One(config, Prop.ForAll(gen.ToArbitrary(), law));
    }
}
