using System.ComponentModel;
using MlopsSandbox.Alerts;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Runs;

namespace MlopsSandbox.Api;

/// <summary>Alerts: <c>alerts</c>, <c>alerts show</c>, <c>alerts ack</c> and <c>alerts silence</c> of the command line.</summary>
internal static class AlertEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox, Hints hints)
    {
        AlertDesk desk = new(sandbox.Catalog, hints);
        api.MapGet("/alerts", (string? endpoint, bool? all) => WebHost.Answer(desk.List(endpoint, all ?? false)))
            .Describe<AlertRow[]>("listAlerts", "Alerts that are not over, the oldest first; with all=true those that are over too.", 404);
        api.MapGet("/alerts/{id}", (string id) => WebHost.Answer(desk.Show(id)))
            .Describe<AlertRow>("showAlert", "One alert with its notifications.", 404);
        api.MapPost("/alerts/{id}/ack", async (string id, HttpRequest request) =>
            {
                AckBody body = await RequestBody.ReadAsync<AckBody>(request).ConfigureAwait(false);
                return WebHost.Answer(desk.Acknowledge(id, body.By, body.Note));
            })
            .Takes<AckBody>().Describe<AlertRow>("acknowledgeAlert", "Takes an alert up.", 400, 404, 409);
        api.MapGet("/silences", () => WebHost.Answer(sandbox.Catalog.Read(tx => tx.Silences.All())))
            .Describe<SilenceRow[]>("listSilences", "Silences, the oldest first.");
        api.MapPost("/silences", async (HttpRequest request) =>
            {
                SilenceBody body = await RequestBody.ReadAsync<SilenceBody>(request).ConfigureAwait(false);
                return WebHost.Answer(desk.Silence(body.Endpoint, body.Rule, body.Feature, body.Days, body.By, body.Reason));
            })
            .Takes<SilenceBody>().Describe<SilenceRow>("silenceAlerts", "Tells nobody of some alerts for a while.", 400, 404);
    }

    private sealed record AckBody : IRequestBody
    {
        [Description("what is done about it, for those who look at it later.")]
        public required string Note { get; init; }
        [Description("who takes it up.")]
        public required string By { get; init; }

        public IEnumerable<string> Problems() => new[] { Remarks.NoteProblem("note", Note), Remarks.ByProblem("by", By) }.OfType<string>();
    }

    private sealed record SilenceBody : IRequestBody
    {
        [Description("for how many simulated days, from now on.")]
        public required double Days { get; init; }
        [Description("the endpoint; by default the one whose model was deployed last.")]
        public string? Endpoint { get; init; }
        [Description("only alerts of this rule, such as drift.")]
        public string? Rule { get; init; }
        [Description("only alerts about this feature.")]
        public string? Feature { get; init; }
        [Description("why, for those who wonder that nobody was told.")]
        public required string Reason { get; init; }
        [Description("who silences them.")]
        public required string By { get; init; }

        public IEnumerable<string> Problems() => new[] { Remarks.ReasonProblem("reason", Reason), Remarks.ByProblem("by", By) }.OfType<string>();
    }
}
