using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CxKpi;
using Orleans.Concurrency;

namespace LiveWindows;

/// <summary>One segment in one window.</summary>
/// <typeparam name="TKpi">The type of the record.</typeparam>
public interface IWindow<TKpi> : IGrainWithStringKey
    where TKpi : struct, IKpi<TKpi>
{
    /// <summary>Takes what has not been taken yet, and has stored it when it returns.</summary>
    /// <param name="tallies">What the sources send, at most one tally of each.</param>
    /// <returns>
    /// For each tally the last position that had been taken of its source, or −1. Before the tally's first position, the tally is taken. From its last
    /// position on, it was taken before. In between, nothing of it is taken, and the caller tallies anew what lies after that position.
    /// </returns>
    Task<ImmutableArray<long>> Take(ImmutableArray<SourceTally<TKpi>> tallies);

    /// <summary>What the window holds.</summary>
    /// <returns>The record with the positions up to which it has been taken.</returns>
    [ReadOnly]
    Task<WindowState<TKpi>> Read();
}

/// <summary>What a source sends to one window: events in the order of their positions, added up.</summary>
/// <typeparam name="TKpi">The type of the record.</typeparam>
/// <param name="Source">The source.</param>
/// <param name="First">The position of the first event.</param>
/// <param name="Last">The position of the last event.</param>
/// <param name="Kpi">The events, added up.</param>
[GenerateSerializer]
[Immutable]
public sealed record SourceTally<TKpi>(string Source, long First, long Last, TKpi Kpi)
    where TKpi : struct, IKpi<TKpi>;

/// <summary>The record of a window and, of each source, the last position in it: stored together, so that neither is ever ahead of the other.</summary>
/// <typeparam name="TKpi">The type of the record.</typeparam>
[GenerateSerializer]
[Immutable]
public sealed record WindowState<TKpi>
    where TKpi : struct, IKpi<TKpi>
{
    /// <summary>The record.</summary>
    [Id(0)]
    [JsonRequired]
    public TKpi Kpi { get; init; }

    /// <summary>The last position taken of each source.</summary>
    [Id(1)]
    [JsonRequired]
    public ImmutableDictionary<string, long> Positions { get; init; } = ImmutableDictionary<string, long>.Empty;
}

/// <inheritdoc cref="IWindow{TKpi}"/>
/// <param name="stored">The state, in memory and in the storage.</param>
public sealed class WindowGrain<TKpi>([PersistentState("window", SegmentsGrain.Storage)] IPersistentState<WindowState<TKpi>> stored) : Grain, IWindow<TKpi>
    where TKpi : struct, IKpi<TKpi>
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<long>> Take(ImmutableArray<SourceTally<TKpi>> tallies)
    {
        WindowState<TKpi> before = stored.State, after = before;
        ImmutableArray<long> known = [.. tallies.Select(tally => before.Positions.GetValueOrDefault(tally.Source, -1))];
        foreach ((SourceTally<TKpi> tally, long last) in tallies.Zip(known))
        {
            if (last < tally.First)
            {
                after = new() { Kpi = after.Kpi.Combine(tally.Kpi), Positions = after.Positions.SetItem(tally.Source, tally.Last) };
            }
        }

        if (!ReferenceEquals(after, before))
        {
            await Store(before, after);
        }

        return known;
    }

    /// <inheritdoc/>
    public Task<WindowState<TKpi>> Read() => Task.FromResult(stored.State);

    // A write that fails may have happened all the same, when only its answer was lost. So what was not confirmed is forgotten, and the next call finds a new
    // activation, which reads what the storage holds.
    private async Task Store(WindowState<TKpi> before, WindowState<TKpi> after)
    {
        stored.State = after;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = before;
            DeactivateOnIdle();
            throw;
        }
    }
}
