namespace CxKpi;

/// <summary>How many periods at an end of a series are incomplete, in JSON.</summary>
internal static class IncompleteJson
{
    /// <summary>The number of incomplete periods, which is stated only where it is more than the one that the mark beside it tells of.</summary>
    internal static int Incomplete<TSeries>(this JsonMembers<TSeries> json, string member, Func<TSeries, int> of, bool isIncomplete, int count)
        where TSeries : IJsonRecord<TSeries>
    {
        int? stated = json.Optional(member, x => of(x) is > 1 and var more ? more : (int?)null);
        return stated is null ? isIncomplete && count > 0 ? 1 : 0
            : isIncomplete && stated > 1 && stated <= count ? stated.Value
            : throw json.Fault(member, $"must be a number of the periods, of which there are {count}, and be more than one; got {stated}");
    }
}
