namespace LiveWindows.Drill;

/// <summary>What memory a process takes.</summary>
/// <param name="Allocated">The bytes of all objects that it has made.</param>
/// <param name="Live">The bytes of those that a full collection has left.</param>
/// <param name="WorkingSet">The bytes that the machine holds for it.</param>
public sealed record MemoryTaken(long Allocated, long Live, long WorkingSet);
