namespace MlopsSandbox.HangfireSqlite.Tests.Conformance;

/// <summary>Runs where a PostgreSQL is at hand: <c>MLOPS_TEST_POSTGRES</c> holds its connection string.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgreSqlTheoryAttribute : TheoryAttribute
{
    private const string Variable = "MLOPS_TEST_POSTGRES";

    public PostgreSqlTheoryAttribute()
    {
        if (string.IsNullOrEmpty(ConnectionString)) Skip = $"{Variable} is not set; expected the connection string of a PostgreSQL that the test may make schemas in.";
    }

    public static string ConnectionString => Environment.GetEnvironmentVariable(Variable) ?? string.Empty;
}
