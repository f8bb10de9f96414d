using System.ComponentModel;
using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Runs;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Api;

/// <summary>Events from outside: <c>publish</c> of the command line.</summary>
internal static class EventEndpoints
{
    /// <summary>Maps it.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox, Hints hints) => api.MapPost("/events", async (HttpRequest request) =>
            WebHost.Answer(Publish(sandbox, hints, await RequestBody.ReadAsync<EventBody>(request).ConfigureAwait(false))))
        .Takes<EventBody>().Describe<PublishedShape>("publishEvent", "Publishes an event: runs that wait for it go on, and workflows that it triggers start.", 400, 404, 409);

    private static PublishedShape Publish(Sandbox sandbox, Hints hints, EventBody body)
    {
        PublishedEvent happened = new(body.Event, body.Payload) { CorrelationId = body.Correlation, RunId = body.Run };
        EventReceivers.Check(sandbox.Catalog, happened, hints);
        IReadOnlyList<string> woken = sandbox.Bridge.Events.Deliver(happened);
        return new PublishedShape(happened.Name, happened.CorrelationId, [.. woken.Select(id => RunLookup.Show(sandbox.Catalog, id, hints))]);
    }

    private sealed record EventBody : IRequestBody
    {
        [Description("the name of the event, in its own case.")]
        public required string Event { get; init; }
        [Description("what the event brings; by default an empty object.")]
        public JsonElement Payload { get; init; } = JsonElement.Parse("{}");
        [Description("only runs with this correlation id hear of it.")]
        public string? Correlation { get; init; }
        [Description("only this run hears of it, and none is started.")]
        public string? Run { get; init; }

        public IEnumerable<string> Problems() => [];
    }
}
