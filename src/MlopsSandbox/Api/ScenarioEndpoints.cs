using MlopsSandbox.Hosting;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Api;

/// <summary>Scenarios: <c>scenarios</c> of the command line.</summary>
internal static class ScenarioEndpoints
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox) =>
        api.MapGet("/scenarios", () => WebHost.Answer(ScenarioShape.All(sandbox.Places)))
            .Describe<ScenarioShape[]>("listScenarios", "The scenarios that can be walked through: problems with their data and goal.", 400);
}
