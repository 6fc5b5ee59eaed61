using System.Collections.Immutable;

namespace LiveWindows;

/// <summary>The names of all segments, for the dashboard. A cluster has one such grain.</summary>
public interface ISegments : IGrainWithIntegerKey
{
    /// <summary>Adds names.</summary>
    /// <param name="names">The names; those that are known already change nothing.</param>
    /// <returns>Whether there was room for them.</returns>
    Task<bool> Add(ImmutableArray<string> names);

    /// <summary>All names.</summary>
    /// <returns>The names, sorted.</returns>
    Task<ImmutableArray<string>> All();
}

/// <summary>The names that are stored.</summary>
public sealed record SegmentsState
{
    /// <summary>The names, sorted.</summary>
    public ImmutableArray<string> Names { get; init; } = [];
}

/// <inheritdoc cref="ISegments"/>
/// <param name="stored">The state, in memory and in the storage.</param>
public sealed class SegmentsGrain([PersistentState("segments", SegmentsGrain.Storage)] IPersistentState<SegmentsState> stored) : Grain, ISegments
{
    /// <summary>The name of the storage of segments and windows.</summary>
    public const string Storage = "windows";

    /// <summary>How many segments there may be: a sender that puts a customer's name there is stopped before it fills the storage.</summary>
    public const int Most = 200;

    /// <inheritdoc/>
    public async Task<bool> Add(ImmutableArray<string> names)
    {
        SegmentsState before = stored.State;
        ImmutableArray<string> all = [.. before.Names.Union(names, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (all.Length == before.Names.Length || all.Length > Most)
        {
            return all.Length <= Most;
        }

        stored.State = new() { Names = all };
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

        return true;
    }

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> All() => Task.FromResult(stored.State.Names);
}
