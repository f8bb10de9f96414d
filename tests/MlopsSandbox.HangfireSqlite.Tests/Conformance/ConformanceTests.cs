using MlopsSandbox.HangfireConformance;
using Xunit.Abstractions;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance;

/// <summary>Each storage against each promise of Hangfire's contract.</summary>
public static class ConformanceTests
{
    public static TheoryData<CaseName> Names => [.. ConformanceSuite.Cases.Select(contract => new CaseName(contract.Name))];
}

public sealed class KnownDeviationsTests
{
    [Fact]
    public void KnownDeviations_NameCasesOfTheSuite()
    {
        var known = new HangfireInMemory().KnownDeviations.Keys.Concat(HangfirePostgreSql.Known.Keys);
        Assert.Empty(known.Except(ConformanceSuite.Cases.Select(contract => contract.Name)));
    }
}

public sealed class SqliteConformanceTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(ConformanceTests.Names), MemberType = typeof(ConformanceTests))]
    public void Sqlite_KeepsThePromise(CaseName name) => output.Report(ConformanceSuite.Judge(new OurSqlite(), name.Name));
}

public sealed class InMemoryConformanceTests(ITestOutputHelper output)
{
    [Theory]
    [MemberData(nameof(ConformanceTests.Names), MemberType = typeof(ConformanceTests))]
    public void InMemory_KeepsThePromiseOrIsKnownNotTo(CaseName name) => output.Report(ConformanceSuite.Judge(new HangfireInMemory(), name.Name));
}

public sealed class PostgreSqlConformanceTests(PostgreSqlConformanceTests.Database database, ITestOutputHelper output) : IClassFixture<PostgreSqlConformanceTests.Database>
{
    [PostgreSqlTheory]
    [MemberData(nameof(ConformanceTests.Names), MemberType = typeof(ConformanceTests))]
    public void PostgreSql_KeepsThePromiseOrIsKnownNotTo(CaseName name) => output.Report(ConformanceSuite.Judge(database.Kind, name.Name));

    /// <summary>Opened by the first case, as there may be no PostgreSQL.</summary>
    public sealed class Database : IDisposable
    {
        private readonly Lazy<HangfirePostgreSql> _kind = new(() => new HangfirePostgreSql(PostgreSqlTheoryAttribute.ConnectionString));

        internal StorageKind Kind => _kind.Value;

        public void Dispose()
        {
            if (_kind.IsValueCreated) _kind.Value.Dispose();
        }
    }
}

internal static class DeviationReport
{
    public static void Report(this ITestOutputHelper output, string? deviation)
    {
        if (deviation is not null) output.WriteLine(deviation);
    }
}
