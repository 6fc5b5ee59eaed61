using System.Globalization;
using NodaTime;

namespace CxKpi;

/// <summary>Checks that the dates of a complaint are in order: received, then resolved, then the end of the data.</summary>
internal static class ComplaintDates
{
    internal static void Check(Instant received, Instant? resolved, Instant asOf)
    {
        if (Fault(received, resolved, asOf) is var (name, rule, instant))
        {
            throw Guard.Outside(name, rule, instant);
        }
    }

    /// <summary>The complaints of a log, each checked as it is read; the message names the position of the first wrong one.</summary>
    internal static IEnumerable<(Instant Received, Instant? Resolved)> Read(IEnumerable<(Instant Received, Instant? Resolved)> complaints, Instant asOf) =>
        Guard.NotNull(complaints).Select((complaint, position) => Fault(complaint.Received, complaint.Resolved, asOf) is var (name, rule, instant)
            ? throw Guard.OutsideAt(position, nameof(complaints), rule, instant, $", {name}")
            : complaint);

    /// <summary>The complaints whose dates are in order, and the number of the others.</summary>
    internal static (List<(Instant Received, Instant? Resolved)> Valid, long Invalid) ReadTolerant(
        IEnumerable<(Instant Received, Instant? Resolved)> complaints,
        Instant asOf)
    {
        List<(Instant Received, Instant? Resolved)> valid = [];
        long invalid = 0;
        foreach ((Instant received, Instant? resolved) in Guard.NotNull(complaints))
        {
            if (AreInOrder(received, resolved, asOf))
            {
                valid.Add((received, resolved));
            }
            else
            {
                invalid++;
            }
        }

        return (valid, invalid);
    }

    internal static bool AreInOrder(Instant received, Instant? resolved, Instant asOf) => Fault(received, resolved, asOf) is null;

    private static (string Name, string Rule, Instant Instant)? Fault(Instant received, Instant? resolved, Instant asOf)
    {
        if (received > asOf || resolved > asOf)
        {
            string rule = string.Create(CultureInfo.InvariantCulture, $"must not be later than the end of the data ({asOf})");
            return received > asOf ? (nameof(received), rule, received) : (nameof(resolved), rule, resolved!.Value);
        }

        return resolved < received
            ? (nameof(resolved), string.Create(CultureInfo.InvariantCulture, $"must not be before the complaint was received ({received})"), resolved.Value)
            : null;
    }
}
