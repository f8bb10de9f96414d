using System.Text.Json.Nodes;
using MlopsSandbox.Hosting;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Api;

/// <summary>Workflow definitions: <c>workflows list</c> and <c>workflows show</c> of the command line.</summary>
internal static class WorkflowEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox)
    {
        api.MapGet("/workflows", () => WebHost.Answer(WorkflowShape.All(sandbox.Shelf)))
            .Describe<WorkflowShape[]>("listWorkflows", "The workflow definitions: version, triggers, inputs, file, whether each can be walked.");
        api.MapGet("/workflows/{name}", (string name) => Results.Content(sandbox.Shelf.Load(name).ToJson(), "application/json"))
            .Describe<JsonObject>("showWorkflow", "The document of one definition, as Elsa Studio imports it.", 400, 404);
    }
}
