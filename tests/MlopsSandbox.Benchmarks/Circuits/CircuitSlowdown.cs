using static System.FormattableString;

namespace MlopsSandbox.Benchmarks.Circuits;

/// <summary>How much longer a story takes when many tabs look on: told with and without them in turn, so that other work on the machine meets both.</summary>
internal static class CircuitSlowdown
{
    private const double TargetRatio = 1.10;

    /// <returns>False when the story takes longer by more than the target.</returns>
    /// <exception cref="CircuitException">A circuit died, or a story failed.</exception>
    public static async Task<bool> Run(int circuits, int rounds)
    {
        Machine.UseTwoCores();
        Console.WriteLine($"{Machine.Name}; {rounds} rounds, {circuits} circuits on the story's home page\n");
        Table.Header("round", "circuits", "story", "processor of the server", "drawn by each circuit");
        List<ToldStory> alone = [], watched = [];
        for (int round = 1; round <= rounds; round++)
        {
            alone.Add(await Told(round, 0));
            watched.Add(await Told(round, circuits));
        }
        (double Seconds, double Processor) before = Medians(alone), after = Medians(watched);
        double ratio = after.Seconds / before.Seconds;
        Table.Row("median", "0", Seconds(before.Seconds), Seconds(before.Processor), "");
        Table.Row("median", Invariant($"{circuits}"), Seconds(after.Seconds), Seconds(after.Processor), "");
        Table.Row("ratio", "", Invariant($"{ratio:0.000}"), Invariant($"{after.Processor / before.Processor:0.000}"), "");
        return ratio < TargetRatio;
    }

    private static async Task<ToldStory> Told(int round, int circuits)
    {
        ToldStory told = await ToldStory.Tell(circuits);
        Table.Row(Invariant($"{round}"), Invariant($"{circuits}"), Seconds(told.Seconds), Seconds(told.ServerSeconds), Invariant($"{told.BatchesEach:0} times"));
        return told;
    }

    private static (double Seconds, double Processor) Medians(List<ToldStory> told) => (Spread.Of(told.Select(story => story.Seconds)).Median, Spread.Of(told.Select(story => story.ServerSeconds)).Median);

    private static string Seconds(double seconds) => Invariant($"{seconds:0.0} s");
}
