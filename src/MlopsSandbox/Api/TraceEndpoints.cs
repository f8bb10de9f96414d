using MlopsSandbox.Commands;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Api;

/// <summary>Traces: <c>traces</c> and <c>trace</c> of the command line.</summary>
internal static class TraceEndpoints
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder api, Sandbox sandbox)
    {
        api.MapGet("/traces", (HttpResponse response, string? text, string? attribute, string? errors, string? minSeconds, string? from, string? to, string? sort, string? skip, string? take) =>
                List(response, sandbox, Asked(text, attribute, errors, minSeconds, (from, to), new PageParameters(sort, skip, take))))
            .Describe<TraceSummary[]>("listTraces", "A page of the traces, the newest first, or with sort=longest the longest; attribute=name=value asks for one of any span, errors=true for failures, from and to for when it started. "
                + "X-Total-Count says how many there are.", 400);
        api.MapGet("/traces/{id}", (string id) => Show(sandbox, id))
            .Describe<TraceShape>("showTrace", "One trace with its spans, by start.", 404);
    }

    private static IResult List(HttpResponse response, Sandbox sandbox, TraceQuery query)
    {
        using TelemetryReader telemetry = new(sandbox.Places.Telemetry);
        return response.Page(telemetry.Traces(query), page => page.Traces, page => page.Total);
    }

    private static IResult Show(Sandbox sandbox, string id)
    {
        using TelemetryReader telemetry = new(sandbox.Places.Telemetry);
        IReadOnlyList<SpanRecord> spans = telemetry.Trace(id);
        if (spans.Count == 0) throw new MissingException($"there is no trace '{id}'; expected the traceId of a run, 32 hexadecimal digits. GET /api/traces lists those of this home.");
        return WebHost.Answer(TraceShape.Of(telemetry.RunOf(id), id, spans, telemetry.RunOf));
    }

    private static TraceQuery Asked(string? text, string? attribute, string? errors, string? minSeconds, (string? From, string? To) started, PageParameters page)
    {
        if (errors is not (null or "true" or "false")) page.Add($"errors is '{errors}'; expected true or false.");
        string[] pair = attribute?.Split('=', 2) ?? [];
        TraceQuery query = new()
        {
            Text = text, AttributeName = pair.ElementAtOrDefault(0), AttributeValue = pair.ElementAtOrDefault(1), OnlyErrors = errors == "true",
            MinimumDuration = page.Seconds("minSeconds", minSeconds), StartedFrom = page.Time("from", started.From), StartedTo = page.Time("to", started.To),
            Order = page.Sort(TraceOrder.Newest, otherwiseDescending: false).By, Skip = page.Skip(), Take = page.Take(),
        };
        page.Demand(query.Problems());
        return query;
    }
}
