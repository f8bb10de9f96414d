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

namespace MlopsSandbox.Commands;

/// <summary>Turns what went wrong into one line on standard error and an exit code.</summary>
internal static class Failures
{
    /// <summary>Tells the failure; one that nobody foresaw is shown whole with <c>--verbose</c>.</summary>
    public static int Tell(Exception failure, Invocation invocation, bool isVerbose)
    {
        TextWriter error = invocation.Terminal.Error;
        switch (failure)
        {
            case RefusalException refusal:
                Write(error, refusal.Message);
                return refusal.ExitCode;
            case OperationCanceledException:
                Write(error, $"interrupted; go on with '{invocation.Hints.For("resume")}'.");
                return ExitCodes.Interrupted;
            case ScenarioException scenario:
                foreach (string problem in scenario.Problems) Write(error, problem);
                return ExitCodes.Usage;
            case DefinitionException definition:
                foreach (DefinitionProblem problem in definition.Problems.Where(problem => problem.Severity == ProblemSeverity.Error)) Write(error, problem.ToString());
                return ExitCodes.Usage;
            case PredictionException prediction:
                foreach (FieldProblem problem in prediction.Problems) Write(error, problem.ToString());
                return ExitCodes.Usage;
            case RunException:
                Write(error, $"{failure.Message} See '{invocation.Hints.For("runs")}'.");
                return ExitCodes.Failed;
            case ModelException:
                Write(error, $"{failure.Message} See '{invocation.Hints.For("models")}'.");
                return ExitCodes.Usage;
            case SqliteException sqlite:
                Write(error, DatabaseFailure.Explain(invocation.Places.Home, sqlite));
                return ExitCodes.Failed;
            case HomeException or FormatException or TelemetryDatabaseException or SqliteStorageException:
                Write(error, failure.Message);
                return ExitCodes.Usage;
            case StageException or NativeLibraryException or UnauthorizedAccessException or IOException or InvalidDataException or StoryException:
                Write(error, failure.Message);
                return ExitCodes.Failed;
            default:
                Write(error, $"unexpected {failure.GetType().Name}: {failure.Message} {(isVerbose ? "Its whole text follows." : "Call again with --verbose to see where.")}");
                if (isVerbose) error.WriteLine(failure);
                return ExitCodes.Failed;
        }
    }

    private static void Write(TextWriter error, string message) => error.WriteLine($"mlops: error: {message}");
}
