using System.ComponentModel;
using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Policies;
using MlopsSandbox.Runs;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Api;

/// <summary>Retrain policies: <c>policies show</c> and <c>policies set</c> of the command line.</summary>
internal static class PolicyEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox, Hints hints)
    {
        PolicyDesk desk = new(sandbox.Catalog, sandbox.Places, hints);
        api.MapGet("/policies", (string? endpoint, string? scenario) => WebHost.Answer(desk.Show(endpoint, scenario)))
            .Describe<PolicyShape>("showPolicy", "The retrain policy in force, where it comes from, and its last decisions with their grounds.", 400, 404);
        api.MapPost("/policies", async (HttpRequest request) =>
            {
                PolicyBody body = await RequestBody.ReadAsync<PolicyBody>(request).ConfigureAwait(false);
                RetrainPolicy? policy = body.Policy.ValueKind == JsonValueKind.Null ? null : PolicyReading.Parse(body.Policy.GetRawText(), "policy");
                return WebHost.Answer(desk.Set(body.Endpoint, body.Scenario, policy, body.By, body.Reason));
            })
            .Takes<PolicyBody>().Describe<PolicyShape>("setPolicy", "Sets when an endpoint's model is trained again, from its next check on.", 400, 404);
    }

    private sealed record PolicyBody : IRequestBody
    {
        [Description("the policy, such as {\"kind\": \"periodic\", \"everyDays\": 7}; null gives the scenario's own back.")]
        public required JsonElement Policy { get; init; }
        [Description("the endpoint; by default the one whose model was deployed last.")]
        public string? Endpoint { get; init; }
        [Description("a scenario, in the place of an endpoint: for its endpoints that have no policy of their own.")]
        public string? Scenario { get; init; }
        [Description("why, for those who look at the policy later.")]
        public required string Reason { get; init; }
        [Description("who sets it.")]
        public required string By { get; init; }

        public IEnumerable<string> Problems() => new[] { Remarks.ReasonProblem("reason", Reason), Remarks.ByProblem("by", By) }.OfType<string>();
    }
}
