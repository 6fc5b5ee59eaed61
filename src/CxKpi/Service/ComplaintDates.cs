using NodaTime;

namespace CxKpi;

/// <summary>Checks the dates of a complaint: received, then resolved, then the end of the data.</summary>
internal static class ComplaintDates
{
    internal static void Check(Instant received, Instant? resolved, Instant asOf)
    {
        if (received > asOf)
        {
            throw Guard.Outside(nameof(received), $"must not be later than the end of the data ({asOf})", received);
        }

        if (resolved < received)
        {
            throw Guard.Outside(nameof(resolved), $"must not be before the complaint was received ({received})", resolved);
        }

        if (resolved > asOf)
        {
            throw Guard.Outside(nameof(resolved), $"must not be later than the end of the data ({asOf})", resolved);
        }
    }
}
