using System.Runtime.CompilerServices;

namespace CxKpi;

/// <summary>Adds up records that follow each other in time: flows are combined, and of levels the latest is kept.</summary>
internal static class InTime
{
    /// <summary>The record over both times; one without data leaves a level as it was.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TKpi Then<TKpi>(this TKpi earlier, TKpi later)
        where TKpi : struct, IKpi<TKpi> =>
        !TKpi.IsLevel ? earlier.Combine(later) : EqualityComparer<TKpi>.Default.Equals(later, default) ? earlier : later;
}
