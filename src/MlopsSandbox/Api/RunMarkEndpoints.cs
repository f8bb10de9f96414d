using System.ComponentModel;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Runs;

namespace MlopsSandbox.Api;

/// <summary>What people attach to a run: <c>tag</c> and <c>note</c> of the command line.</summary>
internal static class RunMarkEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox, Hints hints)
    {
        api.MapPost("/runs/{id}/tags", async (string id, HttpRequest request) =>
            {
                TagsBody body = await RequestBody.ReadAsync<TagsBody>(request).ConfigureAwait(false);
                return WebHost.Answer(RunTags.Add(sandbox.Catalog, id, body.Tags, hints));
            })
            .Takes<TagsBody>().Describe<RunRow>("tagRun", "Marks a run with tags, to find it by.", 400, 404);
        api.MapDelete("/runs/{id}/tags/{**tag}", (string id, string tag) => WebHost.Answer(RunTags.Remove(sandbox.Catalog, id, [tag], hints)))
            .Describe<RunRow>("untagRun", "Takes a tag from a run.", 404);
        api.MapPost("/runs/{id}/notes", async (string id, HttpRequest request) =>
            {
                NoteBody body = await RequestBody.ReadAsync<NoteBody>(request).ConfigureAwait(false);
                return WebHost.Answer(RunNotes.Add(sandbox.Catalog, id, body.Text, body.By, hints));
            })
            .Takes<NoteBody>().Describe<RunRow>("noteRun", "Writes something about a run, for those who look at it later.", 400, 404);
    }

    private sealed record TagsBody : IRequestBody
    {
        [Description("words to find the run by, such as baseline.")]
        public required string[] Tags { get; init; }

        public IEnumerable<string> Problems() => Tags.Length == 0
            ? ["tags is []; expected at least one word, such as baseline."]
            : Tags.Select(tag => RunTags.Problem("tags", tag)).OfType<string>();
    }

    private sealed record NoteBody : IRequestBody
    {
        [Description("what to remember about the run.")]
        public required string Text { get; init; }
        [Description("who writes.")]
        public required string By { get; init; }

        public IEnumerable<string> Problems() => new[] { Remarks.NoteProblem("text", Text), Remarks.ByProblem("by", By) }.OfType<string>();
    }
}
