using Xunit.Abstractions;

namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>Alone, as it takes the whole machine: less than a minute. For longer there is <c>tests/torture-workflows</c>.</summary>
[CollectionDefinition(nameof(Torture), DisableParallelization = true)]
public sealed class TortureAlone;

[Collection(nameof(Torture))]
public sealed class TortureTests(ITestOutputHelper output)
{
    private const int Kills = 10;

    [Fact]
    public void Run_ItsProcessesKilledAtRandomMoments_EndsAsIfNothingHadHappened()
    {
        TortureResult result = TortureRuns.Until(Kills, seed: 1, output.WriteLine);

        output.WriteLine(result.ToString());
        Assert.Empty(result.Problems);
        Assert.Equal(Kills, result.Kills);
    }
}
