using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Api;

/// <summary>The registry: <c>models</c> of the command line.</summary>
internal static class ModelEndpoints
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox) => api.MapGet("/models", () => WebHost.Answer(sandbox.Catalog.Read(tx => tx.Models.All())))
        .Describe<ModelVersion[]>("listModels", "Model versions, with their aliases, metrics and runs.");
}
