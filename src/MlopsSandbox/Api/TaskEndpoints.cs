using System.ComponentModel;
using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Api;

/// <summary>What runs ask to be done outside: <c>tasks</c> and <c>tasks complete</c> of the command line.</summary>
internal static class TaskEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox, Hints hints)
    {
        api.MapGet("/tasks", () => WebHost.Answer(sandbox.Catalog.Read(tx => tx.Tasks.All())))
            .Describe<TaskRow[]>("listTasks", "Tasks that runs ask for and wait for, the oldest first.");
        api.MapPost("/runs/{id}/tasks/{activity}/complete", async (string id, string activity, HttpRequest request) =>
            {
                CompletionBody body = await RequestBody.ReadAsync<CompletionBody>(request).ConfigureAwait(false);
                return RunAnswer.After(sandbox, hints, id, () => sandbox.Bridge.Tasks.Complete(id, activity, body.Result));
            })
            .Takes<CompletionBody>().Describe<RunRow>("completeTask", "Reports a task done: the run that asked for it goes on.", 400, 404, 409);
    }

    private sealed record CompletionBody : IRequestBody
    {
        [Description("what came of it; by default an empty object.")]
        public JsonElement Result { get; init; } = JsonElement.Parse("{}");

        public IEnumerable<string> Problems() => [];
    }
}
