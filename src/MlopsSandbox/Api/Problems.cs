using Microsoft.AspNetCore.Mvc;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Predictions;

namespace MlopsSandbox.Api;

/// <summary>Turns what goes wrong in a request into problem details (RFC 9457).</summary>
internal static class Problems
{
    /// <summary>The problem that tells of a failure; null for one that nobody foresaw.</summary>
    public static ProblemDetails? Of(Exception failure) => failure switch
    {
        PredictionException prediction => Fields(prediction),
        FormatException format => Plain(StatusCodes.Status400BadRequest, "The body cannot be read", format.Message),
        BadHttpRequestException request => Plain(request.StatusCode, "The request cannot be read", request.Message),
        ModelException model => Plain(StatusCodes.Status404NotFound, "There is no such model", model.Message),
        KeyNotFoundException missing => Plain(StatusCodes.Status404NotFound, "There is no such thing", missing.Message),
        _ => null,
    };

    private static ProblemDetails Plain(int status, string title, string detail) => new() { Status = status, Title = title, Detail = detail };

    private static ProblemDetails Fields(PredictionException failure)
    {
        ProblemDetails problem = Plain(StatusCodes.Status400BadRequest, "The rows cannot be scored", failure.Problems[0].ToString());
        problem.Extensions["errors"] = failure.Problems.GroupBy(one => one.Field).ToDictionary(field => field.Key, field => field.Select(one => one.ToString()).ToArray());
        return problem;
    }
}
