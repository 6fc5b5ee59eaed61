namespace CxKpi.Engines.Tests.Servers;

/// <summary>A test that needs PostgreSQL: skipped by name where there is none, unless ENGINES_REQUIRED is set.</summary>
internal sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = Installed.SkipWithout(PostgreSqlServer.Missing);
}

/// <summary>Several tests that need PostgreSQL.</summary>
internal sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    public PostgreSqlTheoryAttribute() => Skip = Installed.SkipWithout(PostgreSqlServer.Missing);
}

internal static class Installed
{
    internal static string? SkipWithout(string? missing) => Environment.GetEnvironmentVariable("ENGINES_REQUIRED") is null ? missing : null;
}
