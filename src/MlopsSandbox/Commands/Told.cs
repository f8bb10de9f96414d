using Microsoft.Data.Sqlite;
using MlopsSandbox.HangfireSqlite;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Lifecycle.Train;
using MlopsSandbox.Predictions;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Editing;

namespace MlopsSandbox.Commands;

/// <summary>A failure that was foreseen, in the words that command line and API tell it with.</summary>
/// <param name="Lines">Each says where, what was found, what was expected, what to do; not empty.</param>
/// <param name="ExitCode">How the program ends.</param>
internal sealed record Told(IReadOnlyList<string> Lines, int ExitCode)
{
    /// <summary>The words for a failure; null for one that nobody foresaw, or that is none.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="hints">Commands to paste.</param>
    /// <param name="home">The home that was worked on; asked for only where the words name it.</param>
    public static Told? Of(Exception failure, Hints hints, Func<string> home) => failure switch
    {
        RefusalException refusal => new([refusal.Message], refusal.ExitCode),
        ScenarioException scenario => new([.. scenario.Problems], ExitCodes.Usage),
        DefinitionException definition => new(
            [.. definition.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => problem.ToString())], ExitCodes.Usage),
        PredictionException prediction => new([.. prediction.Problems.Select(problem => problem.ToString())], ExitCodes.Usage),
        RunException => new([$"{failure.Message} See '{hints.For("runs")}'."], ExitCodes.Failed),
        ModelException => new([$"{failure.Message} See '{hints.For("models")}'."], ExitCodes.Usage),
        SqliteException sqlite => new([DatabaseFailure.Explain(home(), sqlite)], ExitCodes.Failed),
        HomeException or FormatException or TelemetryDatabaseException or SqliteStorageException or EditException => new([failure.Message], ExitCodes.Usage),
        StageException or NativeLibraryException or UnauthorizedAccessException or IOException or InvalidDataException or StoryException => new([failure.Message], ExitCodes.Failed),
        _ => null,
    };
}
