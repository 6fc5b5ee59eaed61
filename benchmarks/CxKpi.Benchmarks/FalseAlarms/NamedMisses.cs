namespace CxKpi.Benchmarks.FalseAlarms;

/// <summary>The cells that cannot keep their target; docs/trends/false-alarms.md says of each what was tried.</summary>
internal static class NamedMisses
{
    private static readonly (string Method, string Noise, int[] Lengths)[] All =
    [
        // A few years do not show how skewed noise is.
        ("Unusual", "lognormal", [36, 60]),

        // A level that walks did move.
        ("Shifts", "walk 0.1", [120]),
        ("Shifts", "walk 0.3", [36, 60, 120]),

        // The memory of few years is known too badly to test eleven seasons at once.
        ("IsSeasonal", "white", [36]),
        ("IsSeasonal", "AR(1) 0.3", [36]),
        ("IsSeasonal", "AR(1) 0.6", [36, 60]),
        ("IsSeasonal", "binomial + 0.3", [36, 60]),

        // Takes months for independent below ten years, and says so.
        ("SeasonalMannKendall", "AR(1) 0.3", [36, 60]),
        ("SeasonalMannKendall", "AR(1) 0.6", [36, 60]),
        ("SeasonalMannKendall", "binomial + 0.6", [60]),
    ];

    public static bool Contains(Cell cell) =>
        All.Any(miss => (miss.Method, miss.Noise).Equals((cell.Method, cell.Noise)) && miss.Lengths.Contains(cell.Length));
}
