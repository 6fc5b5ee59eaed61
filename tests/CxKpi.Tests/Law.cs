using FsCheck;
using FsCheck.Fluent;

namespace CxKpi.Tests;

/// <summary>Checks a law on many generated cases; the message of a failure holds the seed that replays it.</summary>
internal static class Law
{
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(200).WithQuietOnSuccess(true);

    public static void Holds<T>(Gen<T> cases, Func<T, bool> law) => Check.One(Cases, Prop.ForAll(cases.ToArbitrary(), law));
}
