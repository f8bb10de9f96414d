using System.ComponentModel;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Runs;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Api;

/// <summary>What runs ask people: <c>approvals</c>, <c>approve</c> and <c>reject</c> of the command line.</summary>
internal static class ApprovalEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox, Hints hints)
    {
        api.MapGet("/approvals", () => WebHost.Answer(WaitingApprovalShape.All(sandbox.Catalog)))
            .Describe<WaitingApprovalShape[]>("listApprovals", "What runs ask people and nobody has decided yet, the oldest first.");
        api.MapPost("/runs/{id}/approve", (string id, HttpRequest request) => DecideAsync(sandbox, hints, id, request, isApproved: true))
            .Takes<DecisionBody>().Describe<RunRow>("approveRun", "Agrees to what a run asks, which goes on.", 400, 404, 409);
        api.MapPost("/runs/{id}/reject", (string id, HttpRequest request) => DecideAsync(sandbox, hints, id, request, isApproved: false))
            .Takes<DecisionBody>().Describe<RunRow>("rejectRun", "Refuses what a run asks, which goes on.", 400, 404, 409);
    }

    private static async Task<IResult> DecideAsync(Sandbox sandbox, Hints hints, string id, HttpRequest request, bool isApproved)
    {
        DecisionBody body = await RequestBody.ReadAsync<DecisionBody>(request).ConfigureAwait(false);
        return RunAnswer.After(sandbox, hints, id, () => sandbox.Bridge.Control.Decide(id, body.Activity, new ApprovalDecision(isApproved, body.By, body.Reason)));
    }

    private sealed record DecisionBody : IRequestBody
    {
        [Description("the approval's id in the workflow; needed when several wait.")]
        public string? Activity { get; init; }
        [Description("why, for those who look at the run later.")]
        public required string Reason { get; init; }
        [Description("who decides.")]
        public required string By { get; init; }

        public IEnumerable<string> Problems() => new[] { Remarks.ReasonProblem("reason", Reason), Remarks.ByProblem("by", By) }.OfType<string>();
    }
}
