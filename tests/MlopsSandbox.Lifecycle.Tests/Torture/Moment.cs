namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>When a process is killed: after it wrote down so many things, and so long after that.</summary>
internal sealed record Moment(int Told, int Milliseconds)
{
    private const int LongestBegin = 2_000, LongestStep = 60, MostTold = 8;

    /// <summary>Three in four while it works, else at any time after it began: while it opens its databases and takes up what the one before it left.</summary>
    public static Moment Next(Random random) => random.Next(4) == 0
        ? new Moment(Told: 0, random.Next(LongestBegin))
        : new Moment(random.Next(1, MostTold + 1), random.Next(LongestStep));
}
