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
        api.MapGet("/runs", (HttpResponse response, string[]? tag, string? workflow, string? scenario, string[]? status, string? text, string? sort, string? skip, string? take) =>
                List(response, sandbox.Catalog, Asked(Checked(tag ?? []), workflow, scenario, status ?? [], text, new PageParameters(sort, skip, take)), isPaged: skip is not null || take is not null))
            .Describe<RunRow[]>("listRuns", "Runs, the oldest first; only those of which all that is asked holds. With skip or take a page. "
                + "Sort is started, ended, duration, workflow, scenario or status, with - before it from the greatest down. X-Total-Count says how many there are.", 400);
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

    private static RunQuery Asked(string[] tags, string? workflow, string? scenario, string[] statuses, string? text, PageParameters page)
    {
        (RunSort sort, bool descending) = page.Sort(RunSort.Started, otherwiseDescending: false);
        RunQuery query = new()
        {
            Workflow = workflow, Scenario = scenario, Statuses = [.. statuses.Select(word => page.Word<RunStatus>("status", word))], Tags = tags, Text = text,
            Sort = sort, Descending = descending, Skip = page.Skip(), Take = page.Take(),
        };
        page.Demand(query.Problems());
        return query;
    }

    private static IResult List(HttpResponse response, CatalogStore catalog, RunQuery query, bool isPaged) => catalog.Read(tx => isPaged
        ? response.Page(tx.Runs.Page(query), page => page.Runs, page => page.Total)
        : response.Page(RunListing.All(tx, query), runs => runs, runs => runs.Count));

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
