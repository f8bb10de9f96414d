using System.ComponentModel;
using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Runs;

namespace MlopsSandbox.Api;

/// <summary>What people do to a run: <c>cancel</c>, <c>pause</c>, <c>resume</c>, <c>retry</c> and <c>rerun</c> of the command line.</summary>
internal static class RunControlEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox, Hints hints)
    {
        RunControl control = sandbox.Bridge.Control;
        api.MapPost("/runs/{id}/cancel", (string id) => WebHost.Answer(RunCancellation.Cancel(sandbox, id, hints)))
            .Describe<RunRow>("cancelRun", "Ends a run, and the runs that it waits for.", 404, 409);
        api.MapPost("/runs/{id}/pause", (string id) => RunAnswer.After(sandbox, hints, id, () => control.Pause(id)))
            .Describe<RunRow>("pauseRun", "Holds a run: stages that are at work end and are kept, no other is begun.", 404, 409);
        api.MapPost("/runs/{id}/resume", (string id) => RunAnswer.After(sandbox, hints, id, () => control.Unpause(id)))
            .Describe<RunRow>("resumeRun", "Lets a paused run go on; one that was not paused stays as it is.", 404);
        api.MapPost("/runs/{id}/retry", async (string id, HttpRequest request) =>
            {
                RetryBody body = await RequestBody.ReadAsync<RetryBody>(request).ConfigureAwait(false);
                return RunAnswer.After(sandbox, hints, id, () => control.Retry(id, body.Activity));
            })
            .Takes<RetryBody>().Describe<RunRow>("retryRun", "Tries again what failed, in the same run.", 400, 404, 409);
        api.MapPost("/runs/{id}/rerun", async (string id, HttpRequest request, HttpResponse response) =>
                RunAnswer.Started(response, sandbox, hints, Rerun(sandbox, hints, id, await RequestBody.ReadAsync<RerunBody>(request).ConfigureAwait(false))))
            .Takes<RerunBody>().Describe<RunRow>("rerunRun", "Starts a new run that repeats another from one activity on.", 201, 400, 404, 409);
    }

    private static string Rerun(Sandbox sandbox, Hints hints, string id, RerunBody body)
    {
        RunLookup.Show(sandbox.Catalog, id, hints);
        return sandbox.Bridge.Control.Rerun(id, body.From, RunInputs.Of(sandbox.Bridge.Control.DefinitionOf(id), body.Inputs));
    }

    private sealed record RetryBody : IRequestBody
    {
        [Description("the failed activity's id in the workflow; without it, all that failed.")]
        public string? Activity { get; init; }

        public IEnumerable<string> Problems() => [];
    }

    private sealed record RerunBody : IRequestBody
    {
        [Description("the activity from which on it works; by default the first that failed. Stages that don't follow from it keep their outputs.")]
        public string? From { get; init; }
        [Description("inputs that are to be others, by name.")]
        public Dictionary<string, JsonElement> Inputs { get; init; } = [];

        public IEnumerable<string> Problems() => [];
    }
}
