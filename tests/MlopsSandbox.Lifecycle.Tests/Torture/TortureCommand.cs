using System.Globalization;

namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>The torture from the command line: <c>tests/torture-workflows</c>.</summary>
internal static class TortureCommand
{
    /// <summary>First argument of the test assembly when it is to be this command.</summary>
    public const string Word = "torture";

    private const string Help = """
        Tortures the workflow runner: processes that walk a workflow with forks, joins, a loop, retries, a timer and an approval are killed (kill -9)
        at random moments and restarted, until the run ends; then the next run begins in another home.
        Each run is held against one that nobody disturbed: same result, every effect once, every line at least once under the same key, no work again without need.

        Usage: tests/torture-workflows [options]
          --kills N   kills in all; 1 to 100000 [default: 100]
          --seed N    when they hit; run n uses seed + n - 1 [default: 1]
          --help      this page

        Exit codes: 0 when all promises were kept, 1 when one was broken, 2 for wrong usage.

        Examples:
          tests/torture-workflows
          tests/torture-workflows --kills 1000 --seed 50
        """;

    public static int Run(string[] arguments)
    {
        if (arguments.Contains("--help"))
        {
            Console.WriteLine(Help);
            return 0;
        }
        var (kills, seed, problem) = Parse(arguments);
        if (problem is null) return Torture(kills, seed);
        Console.Error.WriteLine($"torture: error: {problem} See 'tests/torture-workflows --help'.");
        return 2;
    }

    private static int Torture(int kills, int seed)
    {
        TortureResult result = TortureRuns.Until(kills, seed, Console.WriteLine);
        Console.WriteLine(result);
        foreach (string problem in result.Problems.Take(20)) Console.WriteLine($"  {problem}");
        return result.Problems.Count == 0 ? 0 : 1;
    }

    private static (int Kills, int Seed, string? Problem) Parse(string[] arguments)
    {
        var (kills, seed) = (100, 1);
        for (int i = 0; i < arguments.Length; i += 2)
        {
            string name = arguments[i], text = i + 1 < arguments.Length ? arguments[i + 1] : "";
            if (name is not ("--kills" or "--seed")) return (0, 0, $"'{name}' is not an option.");
            var (least, most) = name == "--kills" ? (1, 100_000) : (0, 1_000_000_000);
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value < least || value > most)
                return (0, 0, string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; expected a whole number from {least} to {most}."));
            (kills, seed) = name == "--kills" ? (value, seed) : (kills, value);
        }
        return (kills, seed, null);
    }
}
