using System.CommandLine;
using MlopsSandbox.Lifecycle.Telemetry;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops traces</c>: what has been traced in this home.</summary>
internal sealed class TracesCommand : MlopsCommand
{
    private const int DefaultTake = 20;
    private readonly TraceOptions _which = new();
    private readonly Option<int?> _take = TakeOption.Create($"so many at most; by default {DefaultTake}.");

    public TracesCommand(Shell shell) : base(shell, "traces", "Lists traces, newest first: runs, requests and whatever else was traced.",
        new("traces --errors", "those in which something failed"),
        new("traces --longest --take 5", "where most time went"),
        new("traces --attribute mlops.stage=train --min-seconds 2", "those that trained, and took their time"),
        new("traces --text lifecycle --output json", "those of some runs, for a script"))
    {
        _which.AddTo(this);
        Add(_take);
        Add(Global.Output);
    }

    /// <inheritdoc/>
    protected override Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        TracesPage page = Page(invocation.Places.Telemetry, _which.Read(invocation.Parsed) with { Take = invocation.Parsed.GetValue(_take) ?? DefaultTake });
        invocation.Answer(page.Traces, screen =>
        {
            if (page.Total == 0)
            {
                screen.WriteHint($"{invocation.Places.Home}: there is no such trace. Make some with", invocation.Hints.For("walkthrough"));
                return;
            }
            TracesTable.Draw(screen, page);
            if (page.Traces.FirstOrDefault(trace => trace.RunId is not null)?.RunId is { } run) screen.WriteHint("One alone", invocation.Hints.For("trace", run));
        });
        return Task.FromResult(ExitCodes.Succeeded);
    }

    private static TracesPage Page(string file, TraceQuery query)
    {
        if (!File.Exists(file)) return new([], 0);
        using TelemetryReader telemetry = new(file);
        return telemetry.Traces(query);
    }
}
