using System.Text.Json.Nodes;
using MlopsSandbox.Authoring;
using MlopsSandbox.Hosting;
using MlopsSandbox.Shapes;
using MlopsSandbox.Workflows.Activities;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Editing;

namespace MlopsSandbox.Api;

/// <summary>Workflow definitions and what they are made of: <c>workflows</c> of the command line.</summary>
internal static class WorkflowEndpoints
{
    private const string Json = "application/json", Body = "the request's body";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox)
    {
        api.MapGet("/workflows", () => WebHost.Answer(WorkflowShape.All(sandbox.Shelf)))
            .Describe<WorkflowShape[]>("listWorkflows", "The workflow definitions: version, triggers, inputs, file, whether each can be walked.");
        WorkflowDesk desk = new(sandbox);
        api.MapGet("/workflows/{name}", (string name, HttpResponse response) => Show(response, desk.Open(name)))
            .Describe<JsonObject>("showWorkflow", "The document of one definition, as Elsa Studio imports it. ETag marks its file as it is now.", 400, 404);
        api.MapPut("/workflows/{name}", async (string name, HttpRequest request) =>
                WebHost.Answer(Saved(desk.Save(name, await TextAsync(request).ConfigureAwait(false), request.Headers.IfMatch.FirstOrDefault()?.Trim('"')))))
            .Accepts<JsonObject>(Json)
            .Describe<WorkflowShape>("saveWorkflow", "Saves a definition as the next version of a workflow, in the first folder that is searched. With If-Match only over the file that its ETag marks.", 400, 404, 409);
        api.MapPost("/workflows/validate", async (HttpRequest request) => WebHost.Answer(DefinitionCheckShape.Of(Body, desk.Problems(await TextAsync(request).ConfigureAwait(false), Body))))
            .Accepts<JsonObject>(Json)
            .Describe<DefinitionCheckShape>("validateWorkflow", "Checks a definition, which is the body, and saves nothing: every error and warning with line, column and JSON path.");
        api.MapGet("/activities", () => WebHost.Answer(sandbox.Stages.Activities.Descriptors))
            .Describe<ActivityDescriptor[]>("listActivities", "The activity types that definitions may use: inputs with types and defaults, outcomes, outputs.");
        api.MapGet("/workflows/{name}/versions", (string name) => WebHost.Answer(desk.Versions(name)))
            .Describe<WorkflowVersion[]>("listWorkflowVersions", "The versions of a workflow that files and catalog have, the newest first.", 404);
        api.MapGet("/workflows/{name}/versions/{hash}", (string name, string hash) => Results.Content(sandbox.Catalog.Read(tx => desk.Document(tx, name, hash)), Json))
            .Describe<JsonObject>("showWorkflowVersion", "The document of one version.", 404);
        api.MapGet("/workflows/{name}/differences", (string name, string from, string to) => WebHost.Answer(sandbox.Catalog.Read(tx => desk.Differences(tx, name, from, to))))
            .Describe<DefinitionChange[]>("compareWorkflowVersions", "In what two versions differ, by their hashes.", 400, 404);
    }

    private static IResult Show(HttpResponse response, OpenedWorkflow opened)
    {
        if (opened.File.LastGood is not { } good) throw new DefinitionException(opened.File.Reading.Problems);
        response.Headers.ETag = $"\"{opened.Mark}\"";
        return Results.Content(good.ToJson(), Json);
    }

    private static WorkflowShape Saved(OpenedWorkflow saved) => WorkflowShape.Of(saved.File, saved.File.Reading.Problems);

    private static async Task<string> TextAsync(HttpRequest request)
    {
        using StreamReader reader = new(request.Body);
        return await reader.ReadToEndAsync(request.HttpContext.RequestAborted).ConfigureAwait(false);
    }
}
