using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Runs;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Api;

/// <summary>Runs: <c>runs</c>, <c>show</c> and <c>run</c> of the command line.</summary>
internal static class RunEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox, Hints hints)
    {
        api.MapGet("/runs", (string[]? tag) => List(sandbox.Catalog, Checked(tag ?? [])))
            .Describe<RunRow[]>("listRuns", "Runs, the oldest first; only those that have all of the tags, where some are named.", 400);
        api.MapGet("/runs/{id}", (string id) => WebHost.Answer(RunLookup.Show(sandbox.Catalog, id, hints)))
            .Describe<RunRow>("showRun", "One run with its stages, journal, incidents, approvals, waits and notes.", 404);
        api.MapPost("/runs", async (HttpRequest request, HttpResponse response) =>
                RunAnswer.Started(response, sandbox, hints, Start(sandbox, hints, await RequestBody.ReadAsync<StartBody>(request).ConfigureAwait(false))))
            .Takes<StartBody>().Describe<RunRow>("startRun", "Starts a run of a workflow, on which this server works.", 201, 400, 404);
    }

    private static string[] Checked(string[] tags)
    {
        string[] problems = [.. tags.Select(tag => RunTags.Problem("tag", tag)).OfType<string>()];
        return problems.Length == 0 ? tags : throw new FormatException(string.Join('\n', problems));
    }

    private static IResult List(CatalogStore catalog, string[] tags) => WebHost.Answer(RunTags.Having(catalog.Read(tx => tx.Runs.All()), tags));

    private static string Start(Sandbox sandbox, Hints hints, StartBody body)
    {
        WorkflowDefinition definition = sandbox.Shelf.Load(body.Workflow);
        IReadOnlyDictionary<string, JsonElement> inputs = RunInputs.Of(definition, body.Inputs);
        IReadOnlyList<InputDefinition> missing = RunInputs.Missing(definition, [.. inputs.Keys]);
        if (missing.Count > 0) throw MissingInputs.Refusal(definition, missing, Example, hints);
        return sandbox.Bridge.Runs.Start(RunStart.Of(sandbox.Places, definition, inputs, body.Seed, body.At) with { Reuses = !body.NoCache, Tags = body.Tags });
    }

    private static string Example(IEnumerable<(string Name, string Value)> inputs) =>
        $"{{\"inputs\": {{{string.Join(", ", inputs.Select(input => $"\"{input.Name}\": \"{input.Value}\""))}}}}}";

    private sealed record StartBody : IRequestBody
    {
        [Description("the name of a workflow that GET /api/workflows lists, or the path of a definition on the machine that serves.")]
        public required string Workflow { get; init; }
        [Description("what the workflow declares, by name.")]
        public Dictionary<string, JsonElement> Inputs { get; init; } = [];
        [Description("all chance comes from it; from 0, by default 42.")]
        public int Seed { get; init; } = RunRequest.DefaultSeed;
        [Description("simulated time at which the run starts; by default the time at which its endpoint stands.")]
        public DateTimeOffset? At { get; init; }
        [Description("true has every stage work, also where an earlier run made the same from the same.")]
        public bool NoCache { get; init; }
        [Description("words to find the run by.")]
        public string[] Tags { get; init; } = [];

        public IEnumerable<string> Problems()
        {
            if (Seed < 0) yield return string.Create(CultureInfo.InvariantCulture, $"seed is '{Seed}'; expected a whole number from 0 to {int.MaxValue}, such as {RunRequest.DefaultSeed}.");
            foreach (string problem in Tags.Select(tag => RunTags.Problem("tags", tag)).OfType<string>()) yield return problem;
        }
    }
}
