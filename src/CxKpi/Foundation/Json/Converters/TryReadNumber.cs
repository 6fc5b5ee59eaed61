using System.Text.Json;

namespace CxKpi;

/// <summary>Reads a number that stands as one in a document.</summary>
internal delegate bool TryReadNumber<TNumber>(JsonElement element, out TNumber number);
