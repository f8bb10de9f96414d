using System.ComponentModel;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Shapes;
using MlopsSandbox.Simulation.Drift;
using MlopsSandbox.Simulation.Stories;
using MlopsSandbox.Stories;

namespace MlopsSandbox.Api;

/// <summary>Stories: <c>stories</c> of the command line. Those that are begun here are driven by this server.</summary>
internal static class StoryEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox, StoryDesk desk)
    {
        api.MapGet("/stories", () => WebHost.Answer(desk.List()))
            .Describe<StoryShape[]>("listStories", "Stories, the oldest first: where each stands, how fast it is told, and the truth about its drift.");
        api.MapGet("/stories/{id}", (string id) => WebHost.Answer(desk.Show(id)))
            .Describe<StoryDetailShape>("showStory", "One story with its days so far: traffic, checks, decisions, quality measured and estimated, champions; and how it ended.", 400, 404);
        api.MapPost("/stories", async (HttpRequest request, HttpResponse response) =>
            {
                BeginBody body = await RequestBody.ReadAsync<BeginBody>(request).ConfigureAwait(false);
                CheckedStory story = body.ToRequest().Check(sandbox.Places);
                StoryShape begun = story.BeginHosted(sandbox);
                response.Headers.Location = $"/api/stories/{begun.Id}";
                return Results.Json(begun, CatalogJson.Options, statusCode: StatusCodes.Status201Created);
            })
            .Takes<BeginBody>().Describe<StoryShape>("beginStory", "Begins a story, which this server drives.", 201, 400, 404);
        api.MapPost("/stories/{id}/play", (string id) => WebHost.Answer(desk.Play(id)))
            .Describe<StoryShape>("playStory", "Goes on, at the speed that is set.", 404, 409);
        api.MapPost("/stories/{id}/pause", (string id) => WebHost.Answer(desk.Pause(id)))
            .Describe<StoryShape>("pauseStory", "Stops before the next day; a day that has begun ends with all that it causes.", 404, 409);
        api.MapPost("/stories/{id}/step", async (string id, HttpRequest request) => WebHost.Answer(desk.Step(id, (await RequestBody.ReadAsync<StepBody>(request).ConfigureAwait(false)).Days)))
            .Takes<StepBody>().Describe<StoryShape>("stepStory", "Serves some days at once, and is paused then.", 400, 404, 409);
        api.MapPost("/stories/{id}/speed", async (string id, HttpRequest request) => WebHost.Answer(desk.Speed(id, (await RequestBody.ReadAsync<SpeedBody>(request).ConfigureAwait(false)).Speed)))
            .Takes<SpeedBody>().Describe<StoryShape>("speedStory", "Sets how fast a story plays; a paused one stays paused.", 400, 404, 409);
        api.MapPost("/stories/{id}/inject", async (string id, HttpRequest request) =>
            {
                InjectBody body = await RequestBody.ReadAsync<InjectBody>(request).ConfigureAwait(false);
                return WebHost.Answer(desk.Inject(id, Enum.Parse<InjectedDrift>(body.Kind, ignoreCase: true), body.Day));
            })
            .Takes<InjectBody>().Describe<StoryShape>("injectDrift", "Changes the world of a story that was begun without drift, from its next day on or from a later one.", 400, 404, 409);
        api.MapPost("/stories/{id}/cancel", (string id) => WebHost.Answer(desk.Cancel(id, sandbox.Bridge.Runs)))
            .Describe<StoryShape>("cancelStory", "Ends a story, and its unfinished runs; what it has made and served is kept.", 404, 409);
    }

    private static string? DriftProblem(string name, string? word) => word is null || EnumWords.Of<InjectedDrift>().Contains(word)
        ? null
        : $"{name} is '{word}'; expected one of: {string.Join(", ", EnumWords.Of<InjectedDrift>())}.{Lifecycle.Scenarios.NearestName.Hint(word, EnumWords.Of<InjectedDrift>())}";

    private sealed record BeginBody : IRequestBody
    {
        [Description("name or folder of the scenario; by default telco-churn.")]
        public string Scenario { get; init; } = StoryRequest.DefaultScenario;
        [Description("all chance comes from this number; by default 42.")]
        public int Seed { get; init; } = SeedOption.Default;
        [Description("what changes in the world: none, price, segment, concept, all or real; by default all that the scenario tells.")]
        public string? Drift { get; init; }
        [Description("true to serve no day before it is played or stepped.")]
        public bool Paused { get; init; }
        [Description("simulated days a second; by default full speed.")]
        public double? Speed { get; init; }

        public StoryRequest ToRequest() => new(
            Scenario, Seed, Drift is null ? null : Enum.Parse<InjectedDrift>(Drift, ignoreCase: true), new StoryPace(Paused, Speed, StepDays: 0));

        public IEnumerable<string> Problems() => new[]
        {
            Seed < 0 ? FormattableString.Invariant($"seed is {Seed}; expected a whole number from 0 to {int.MaxValue}.") : null,
            DriftProblem("drift", Drift),
            StoryControl.SpeedProblem(Speed),
        }.OfType<string>();
    }

    private sealed record StepBody : IRequestBody
    {
        [Description("simulated days; by default 1.")]
        public int Days { get; init; } = 1;

        public IEnumerable<string> Problems() => [];
    }

    private sealed record SpeedBody : IRequestBody
    {
        [Description("simulated days a second; null for full speed.")]
        public double? Speed { get; init; }

        public IEnumerable<string> Problems() => [];
    }

    private sealed record InjectBody : IRequestBody
    {
        [Description("a drift that the scenario tells: price, segment, concept or all.")]
        public required string Kind { get; init; }
        [Description("the first day on which the world has changed; by default the next one.")]
        public int? Day { get; init; }

        public IEnumerable<string> Problems() => new[] { DriftProblem("kind", Kind) }.OfType<string>();
    }
}
