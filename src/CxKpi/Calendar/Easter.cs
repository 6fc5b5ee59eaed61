using NodaTime;

namespace CxKpi;

/// <summary>Easter Sunday of the Western churches.</summary>
internal static class Easter
{
    // After so many years its dates repeat.
    private const int Cycle = 5_700_000;

    /// <summary>
    /// The anonymous Gregorian algorithm. Source: J. Meeus, "Astronomical Algorithms", 1991, chapter 8, after S. Butcher, "The Ecclesiastical Calendar", 1877.
    /// </summary>
    internal static LocalDate Sunday(int year)
    {
        // Remainders are of years after 0.
        int counted = year > 0 ? year : year + Cycle;
        int golden = counted % 19, century = counted / 100, ofCentury = counted % 100;
        int leapCenturies = century / 4, commonCenturies = century % 4;
        int drift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - leapCenturies - drift + 15) % 30;
        int toSunday = (32 + 2 * commonCenturies + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * toSunday) / 451;
        int days = epact + toSunday - 7 * late + 114;
        return new(year, days / 31, days % 31 + 1);
    }
}
