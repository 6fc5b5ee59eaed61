using LiveWindows;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace CxKpi.LiveWindows.Tests;

/// <summary>How a write fails: before anything is stored, or when it is stored and only the answer is lost.</summary>
public enum WriteFailure
{
    BeforeStoring,
    AfterStoring,
}

/// <summary>The memory storage, whose next writes of a window fail or wait on demand.</summary>
internal sealed class FailingStorage : IGrainStorage
{
    private MemoryGrainStorage inner = null!;

    /// <summary>How the next write of a window fails.</summary>
    internal WriteFailure? Next { get; set; }

    /// <summary>What writes of windows wait for.</summary>
    internal Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>How many writes of windows have begun.</summary>
    internal int Begun { get; private set; }

    /// <summary>Whether nothing can be read.</summary>
    internal bool IsUnreadable { get; set; }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        IsUnreadable ? throw new IOException("the storage cannot be read") : inner.ReadStateAsync(stateName, grainId, grainState);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) => inner.ClearStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (stateName != "window")
        {
            await inner.WriteStateAsync(stateName, grainId, grainState);
            return;
        }

        Begun++;
        await Gate;
        WriteFailure? failure = Next;
        Next = null;
        if (failure != WriteFailure.BeforeStoring)
        {
            await inner.WriteStateAsync(stateName, grainId, grainState);
        }

        _ = failure is null ? failure : throw new IOException("the storage failed on demand");
    }

    internal FailingStorage Over(IServiceProvider services)
    {
        inner = MemoryGrainStorageFactory.Create(services, SegmentsGrain.Storage);
        return this;
    }
}
