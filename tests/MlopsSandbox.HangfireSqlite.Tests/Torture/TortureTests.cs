using System.Globalization;
using Xunit.Abstractions;

namespace MlopsSandbox.HangfireSqlite.Tests.Torture;

/// <summary>Alone, as it takes the whole machine: half a minute.</summary>
[CollectionDefinition(nameof(Torture), DisableParallelization = true)]
public sealed class TortureAlone;

[Collection(nameof(Torture))]
public sealed class TortureTests(ITestOutputHelper output)
{
    /// <summary>Another number of jobs, for a faster or slower machine.</summary>
    private const string JobsVariable = "MLOPS_TORTURE_JOBS";

    [Fact]
    public void Processes_KilledAtRandom_NoJobLostNoneTwiceAtOnceNoneAgainWithoutNeed()
    {
        var options = new TortureOptions { Jobs = 10_000 };
        if (Environment.GetEnvironmentVariable(JobsVariable) is { Length: > 0 } jobs) options = options with { Jobs = int.Parse(jobs, CultureInfo.InvariantCulture) };

        var result = TortureRun.Of(options);

        output.WriteLine(result.ToString());
        Assert.Empty(result.Problems);
        Assert.True(result.Kills >= 3, $"Only {result.Kills} kills: too few jobs for this machine.");
    }
}
