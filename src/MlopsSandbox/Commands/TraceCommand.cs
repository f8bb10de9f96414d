using System.CommandLine;
using MlopsSandbox.Hosting;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Rendering;
using MlopsSandbox.Shapes;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops trace RUN</c>: where a run's time went.</summary>
internal sealed class TraceCommand : MlopsCommand
{
    private readonly Argument<string?> _run = RunArgument.Create();

    public TraceCommand(Shell shell) : base(shell, "trace", "Draws a run's trace as a waterfall: each stage, and the job that carried it.",
        new("trace lifecycle-0001", "where a run's time went"),
        new("trace lifecycle-0001 --output json", "its spans, with attributes, events and links"))
    {
        Add(_run);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        using CatalogStore catalog = invocation.OpenCatalog();
        string id = invocation.Parsed.GetRequiredValue(_run)!;
        RunRow run = catalog.Read(tx => tx.Runs.Find(id)) ?? throw RunLookup.Missing(catalog, id, invocation.Hints);
        using TelemetryReader telemetry = new(invocation.Places.Telemetry);
        IReadOnlyList<SpanRecord> spans = run.TraceId is { } traceId ? telemetry.Trace(traceId) : [];
        if (spans.Count == 0) throw new RefusalException($"{invocation.Places.Telemetry}: there are no spans of run '{id}'; expected some. They were removed, or nobody listened.", ExitCodes.Failed);
        invocation.Answer(TraceShape.Of(id, run.TraceId!, spans, telemetry.RunOf), screen => TracePage.Draw(screen, id, spans, telemetry.RunOf));
        return Task.FromResult(ExitCodes.Succeeded);
    }
}
