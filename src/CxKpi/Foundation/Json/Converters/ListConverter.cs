using System.Globalization;
using System.Text.Json;

namespace CxKpi;

/// <summary>A list of items.</summary>
internal sealed class ListConverter<TItem>(IElementConverter<TItem> items) : IElementConverter<IReadOnlyList<TItem>>
{
    public IReadOnlyList<TItem> Read(JsonElement element, JsonSerializerOptions options)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw new JsonFault($"must be a list; got {JsonText.Of(element)}");
        }

        List<TItem> read = new(element.GetArrayLength());
        foreach (JsonElement item in element.EnumerateArray())
        {
            try
            {
                read.Add(items.Read(item, options));
            }
            catch (JsonFault error)
            {
                error.LiesIn(string.Create(CultureInfo.InvariantCulture, $"[{read.Count}]"));
                throw;
            }
        }

        return read;
    }

    public void Write(Utf8JsonWriter writer, IReadOnlyList<TItem> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        int written = 0;
        foreach (TItem item in value)
        {
            try
            {
                items.Write(writer, item, options);
            }
            catch (JsonFault error)
            {
                error.LiesIn(string.Create(CultureInfo.InvariantCulture, $"[{written}]"));
                throw;
            }

            written++;
        }

        writer.WriteEndArray();
    }
}
