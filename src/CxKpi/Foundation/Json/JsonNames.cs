using System.Text.Json;

namespace CxKpi;

/// <summary>The names of a record's members under one naming policy, in the order in which they are asked for.</summary>
internal sealed class JsonNames(JsonNamingPolicy? policy)
{
    private JsonMemberName[] names = [];

    internal JsonNamingPolicy? Policy => policy;

    internal IEnumerable<JsonMemberName> All => names;

    // Two threads that meet an unknown name at once both write the same.
    internal JsonMemberName At(int position, string member)
    {
        JsonMemberName[] known = names;
        if (position < known.Length && string.Equals(known[position].Member, member, StringComparison.Ordinal))
        {
            return known[position];
        }

        JsonMemberName added = new(member, policy?.ConvertName(member) ?? member);
        if (position == known.Length)
        {
            names = [.. known, added];
        }

        return added;
    }
}
