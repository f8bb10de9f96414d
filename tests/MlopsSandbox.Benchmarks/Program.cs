using System.Globalization;
using MlopsSandbox.Benchmarks.Browser;
using MlopsSandbox.Benchmarks.Calibration;
using MlopsSandbox.Benchmarks.Circuits;
using MlopsSandbox.Benchmarks.Pages;
using MlopsSandbox.Benchmarks.Scipy;
using MlopsSandbox.Benchmarks.Storage;
using MlopsSandbox.Benchmarks.Streaming;
using MlopsSandbox.Benchmarks.Workflows;

const string Usage = """
    Usage: dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- storage [--jobs N] [--rounds N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- storage --finished N
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- workflows [--rounds N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- workflows --end-to-end [--rounds N] [--suspended N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- streaming [--rounds N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- streaming --accuracy
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- scipy [--rounds N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- calibration [--checks N] [--seed N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- check [--rounds N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- wide [--rows N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- seed --home FOLDER [--runs N] [--spans N] [--versions N] [--seed N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- pages --home FOLDER
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- browser --home FOLDER [--rounds N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- first-page [--rounds N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- live [--rounds N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- circuits [--circuits N]
           dotnet run -c Release --project tests/MlopsSandbox.Benchmarks -- circuits --slowdown [--circuits N] [--rounds N]
    """;

try
{
    switch (args)
    {
        case ["storage", "--finished", var count]:
            FinishedJobs.Run(Number(count, least: 1_000));
            return 0;
        case ["storage", .. var options]:
            Comparison.Run(Option(options, "--jobs", otherwise: 20_000), Option(options, "--rounds", otherwise: 3));
            return 0;
        case ["workflows", "--end-to-end", .. var options]:
            EndToEnd.Run(Option(options, "--rounds", otherwise: 5), Option(options, "--suspended", otherwise: 100_000));
            return 0;
        case ["workflows", .. var options]:
            CoreSteps.Run(Option(options, "--rounds", otherwise: 3));
            return 0;
        case ["streaming", "--accuracy"]:
            Accuracy.Run();
            return 0;
        case ["streaming", .. var options]:
            Updates.Run(Option(options, "--rounds", otherwise: 5));
            return 0;
        case ["scipy", .. var options]:
            return AgainstScipy.Run(Option(options, "--rounds", otherwise: 7)) ? 0 : 1;
        case ["check", .. var options]:
            return DefaultCheck.Run(Option(options, "--rounds", otherwise: 7)) ? 0 : 1;
        case ["wide", .. var options]:
            return WideFiles.Run(Math.Max(1_000, Option(options, "--rows", otherwise: 100_000))) ? 0 : 1;
        case ["calibration", .. var options]:
            var (checks, seed) = (Option(options, "--checks", otherwise: 10_000), Option(options, "--seed", otherwise: 1));
            return Calibrate.Run(checks, seed) ? 0 : 1;
        case ["seed", "--home", var home, .. var options]:
            SeededHome.Fill(home, new SeedSizes(
                Option(options, "--runs", otherwise: 10_000), Option(options, "--spans", otherwise: 1_000_000), Option(options, "--versions", otherwise: 1_000), Option(options, "--seed", otherwise: 1)));
            return 0;
        case ["pages", "--home", var home]:
            PageTimes.Run(home);
            return 0;
        case ["browser", "--home", var home, .. var options]:
            await PageLoads.Run(home, Option(options, "--rounds", otherwise: 5));
            return 0;
        case ["first-page", .. var options]:
            await FirstPage.Run(Option(options, "--rounds", otherwise: 5));
            return 0;
        case ["live", .. var options]:
            await LiveDelay.Run(Option(options, "--rounds", otherwise: 20));
            return 0;
        case [Tagger.Verb, var home, var run]:
            Tagger.Run(home, run);
            return 0;
        case ["circuits", "--slowdown", .. var options]:
            return await CircuitSlowdown.Run(Option(options, "--circuits", otherwise: 20), Option(options, "--rounds", otherwise: 3)) ? 0 : 1;
        case ["circuits", .. var options]:
            return await CircuitMemory.Run(Option(options, "--circuits", otherwise: 30)) ? 0 : 1;
        case [OtherProcess.ServeVerb, var file]:
            OtherProcess.Serve(file);
            return 0;
        case [OtherProcess.EnqueueVerb, var file, var count]:
            OtherProcess.Enqueue(file, Number(count, least: 1));
            return 0;
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (FormatException problem)
{
    Console.Error.WriteLine($"{problem.Message}\n{Usage}");
    return 2;
}
catch (CircuitException problem)
{
    Console.Error.WriteLine(problem.Message);
    return 1;
}

static int Number(string text, int least) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number >= least
    ? number
    : throw new FormatException($"'{text}' is no whole number of {least} or more.");

static int Option(string[] options, string name, int otherwise)
{
    var unknown = options.Where((_, i) => i % 2 == 0).FirstOrDefault(option => option is not ("--jobs" or "--rounds" or "--suspended" or "--rows" or "--checks" or "--seed"
        or "--runs" or "--spans" or "--versions" or "--circuits"));
    if (unknown is not null) throw new FormatException($"'{unknown}' is no option.");
    var at = Array.IndexOf(options, name);
    if (at < 0) return otherwise;
    return at + 1 < options.Length ? Number(options[at + 1], least: 1) : throw new FormatException($"{name} needs a number.");
}
