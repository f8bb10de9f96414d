using Microsoft.AspNetCore.Mvc;
using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Predictions;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Editing;

namespace MlopsSandbox.Api;

/// <summary>Turns what goes wrong in a request into problem details (RFC 9457), in the words of the command line.</summary>
/// <param name="hints">Commands to paste.</param>
/// <param name="home">The home that is served.</param>
internal sealed class Problems(Hints hints, string home)
{
    /// <summary>The problem that tells of a failure.</summary>
    public ProblemDetails Of(Exception failure)
    {
        (int status, string title) = Kind(failure);
        ProblemDetails problem = new() { Status = status, Title = title, Detail = Told.Of(failure, hints, () => home) is { } told ? string.Join('\n', told.Lines) : failure.Message };
        if (failure is PredictionException prediction)
            problem.Extensions["errors"] = prediction.Problems.GroupBy(one => one.Field).ToDictionary(field => field.Key, field => field.Select(one => one.ToString()).ToArray());
        return problem;
    }

    /// <summary>True for a failure that is told in words of its own, so that whoever asked can be answered; false for one that nobody foresaw.</summary>
    public bool Foresees(Exception failure) => failure is KeyNotFoundException || Told.Of(failure, hints, () => home) is not null;

    private static (int Status, string Title) Kind(Exception failure) => failure switch
    {
        MissingException or KeyNotFoundException => (StatusCodes.Status404NotFound, "There is no such thing"),
        ModelException => (StatusCodes.Status404NotFound, "There is no such model"),
        RunException or StoryException or RefusalException { ExitCode: ExitCodes.Failed } => (StatusCodes.Status409Conflict, "It does not stand so that this can be done"),
        DefinitionException => (StatusCodes.Status400BadRequest, "The workflow cannot be walked"),
        PredictionException => (StatusCodes.Status400BadRequest, "The rows cannot be scored"),
        ScenarioException => (StatusCodes.Status400BadRequest, "The scenario cannot be used"),
        FormatException or RefusalException or EditException => (StatusCodes.Status400BadRequest, "The request cannot be used"),
        BadHttpRequestException request => (request.StatusCode, "The request cannot be read"),
        _ => (StatusCodes.Status500InternalServerError, "Something went wrong that no request can help"),
    };
}
