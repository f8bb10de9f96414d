using System.Diagnostics;
using System.Globalization;

namespace MlopsSandbox.HangfireSqlite.Tests.Torture;

/// <summary>The torture from the command line: <c>tests/torture</c>.</summary>
internal static class TortureCommand
{
    /// <summary>First argument of the test assembly when it is to be this command.</summary>
    public const string Word = "torture";

    private const string Help = """
        Tortures the SQLite storage of Hangfire: worker processes on one file are killed (kill -9) at random and restarted at once.
        Judged by what each process wrote down itself: no job lost, none in two workers at once, none run again unless its process was killed.

        Usage: tests/torture [options]
          --jobs N         jobs in a round; 1 to 10000000 [default: 20000]
          --processes N    worker processes; 1 to 64 [default: 4]
          --workers N      worker threads of each; 1 to 64 [default: 4]
          --kill-every S   mean seconds between two kills; 0.1 to 3600 [default: 2]
          --seed N         who is killed when, and how long jobs take; round n uses seed + n - 1 [default: 1]
          --minutes M      begins new rounds until so many minutes are over; 0 is one round [default: 0]
          --help           this page

        Exit codes: 0 when all promises were kept, 1 when one was broken, 2 for wrong usage.

        Examples:
          tests/torture                              # one round of 20000 jobs
          tests/torture --minutes 30 --seed 100      # rounds for half an hour, each on a new file
          tests/torture --jobs 2000 --kill-every 0.5 # short and cruel
        """;

    public static int Run(string[] arguments)
    {
        if (arguments.Contains("--help"))
        {
            Console.WriteLine(Help);
            return 0;
        }
        var (options, minutes, problem) = Parse(arguments);
        if (problem is null) return Rounds(options, TimeSpan.FromMinutes(minutes));
        Console.Error.WriteLine($"torture: error: {problem} See 'tests/torture --help'.");
        return 2;
    }

    private static int Rounds(TortureOptions options, TimeSpan atLeast)
    {
        var clock = Stopwatch.StartNew();
        var broken = 0;
        do
        {
            var result = TortureRun.Of(options);
            Console.WriteLine($"seed {options.Seed}: {result}");
            foreach (var problem in result.Problems.Take(20)) Console.WriteLine($"  {problem}");
            broken += result.Problems.Count;
            options = options with { Seed = options.Seed + 1 };
        }
        while (clock.Elapsed < atLeast);
        return broken == 0 ? 0 : 1;
    }

    private static (TortureOptions Options, double Minutes, string? Problem) Parse(string[] arguments)
    {
        var (options, minutes) = (new TortureOptions(), 0.0);
        for (var i = 0; i < arguments.Length; i += 2)
        {
            var (name, text) = (arguments[i], i + 1 < arguments.Length ? arguments[i + 1] : "");
            var (least, most) = Range(name);
            if (most == 0) return (options, 0, $"'{name}' is not an option.");
            var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most;
            if (!isNumber || (IsWhole(name) && value != Math.Floor(value)))
                return (options, 0, string.Create(CultureInfo.InvariantCulture, $"{name} is '{text}'; expected a {(IsWhole(name) ? "whole " : "")}number from {least} to {most}."));
            if (name == "--minutes") minutes = value;
            else options = With(options, name, value);
        }
        return (options, minutes, null);
    }

    private static bool IsWhole(string name) => name is not ("--kill-every" or "--minutes");

    private static (double Least, double Most) Range(string name) => name switch
    {
        "--jobs" => (1, 10_000_000),
        "--processes" or "--workers" => (1, 64),
        "--kill-every" => (0.1, 3600),
        "--seed" => (0, int.MaxValue),
        "--minutes" => (0, 10_000),
        _ => (0, 0),
    };

    private static TortureOptions With(TortureOptions options, string name, double value) => name switch
    {
        "--jobs" => options with { Jobs = (int)value },
        "--processes" => options with { Processes = (int)value },
        "--workers" => options with { Workers = (int)value },
        "--kill-every" => options with { KillEvery = TimeSpan.FromSeconds(value) },
        _ => options with { Seed = (int)value },
    };
}
