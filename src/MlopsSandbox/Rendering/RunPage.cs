using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;
using Spectre.Console;

namespace MlopsSandbox.Rendering;

/// <summary>One run alone: what it was for, its stages with their figures, its journal.</summary>
internal static class RunPage
{
    /// <summary>Draws the run, and where to look next.</summary>
    public static void Draw(IAnsiConsole console, RunRow run, Hints hints)
    {
        Head(console, run);
        if (run.Stages.Count > 0) console.Write(StageTable(run.Stages));
        foreach (StageExecutionRow stage in run.Stages.Where(stage => stage.Error is not null))
            console.WriteLine($"{stage.ActivityId}: {stage.Error!.Message} ({stage.Error.Code})", new Style(Color.Red));
        if (run.Incidents is { Count: > 0 }) Incidents(console, run.Incidents);
        if (run.Approvals is { Count: > 0 }) Approvals(console, run.Approvals);
        if (run.Journal is { Count: > 0 }) Journal(console, run.Journal);
        WaitingHints.Draw(console, run, hints);
        WaitHints.Draw(console, run, hints);
        if (run.TraceId is not null) console.WriteHint("Where its time went", hints.For("trace", run.Id));
    }

    private static void Head(IAnsiConsole console, RunRow run)
    {
        Grid grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        grid.AddRow(new Text("run"), new Text($"{run.Id}  ({run.Workflow} version {run.WorkflowVersion})"));
        grid.AddRow(new Text("status"), Tables.Status(run.Status));
        if (run.Scenario is not null) grid.AddRow(new Text("scenario"), new Text($"{run.Scenario}, seed {run.Seed}"));
        grid.AddRow(new Text("cause"), new Text(RunsTable.Cause(run.Cause)));
        if (run.Tags.Count > 0) grid.AddRow(new Text("tags"), new Text(string.Join(", ", run.Tags)));
        foreach (RunNote note in run.Notes ?? []) grid.AddRow(new Text("note"), new Text($"{note.Text} ({note.By}, {Figures.ShortTime(note.At)})"));
        if (run.RerunOf is not null) grid.AddRow(new Text("repeats"), new Text(run.RerunFrom is null ? run.RerunOf : $"{run.RerunOf}, from {run.RerunFrom} on"));
        grid.AddRow(new Text("simulated"), new Text(Figures.Time(run.SimulatedAt)));
        grid.AddRow(new Text("started"), new Text($"{Figures.Time(run.StartedAt)} UTC, took {Figures.Duration(run.DurationSeconds)}"));
        if (run.Error is not null) grid.AddRow(new Text("error"), new Text(run.Error, new Style(Color.Red)));
        console.Write(grid);
    }

    private static Table StageTable(IReadOnlyList<StageExecutionRow> stages)
    {
        Table table = Tables.Of("activity", "status", "outcome", ">took", "figures", "made");
        foreach (StageExecutionRow stage in stages.Where(stage => stage.Trial is null))
        {
            table.AddRow(
                new Text(stage.Attempt == 1 ? stage.ActivityId : FormattableString.Invariant($"{stage.ActivityId}, attempt {stage.Attempt}")), Tables.Status(stage), new Text(stage.Outcome ?? "–"), new Text(Figures.Duration(stage.DurationSeconds)),
                new Text(FiguresOf(stage)), new Text(string.Join('\n', stage.Outputs.Where(output => output.Key != "result").Select(output => $"{output.Key} {Short(output.Value)}"))));
        }
        return table;
    }

    private static string FiguresOf(StageExecutionRow stage) =>
        string.Join('\n', stage.Metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal).Take(4).Select(metric => FormattableString.Invariant($"{metric.Key} {metric.Value:0.####}")));

    // Enough of a hash to be found again by eye.
    private static string Short(StageOutput output)
    {
        if (output.Hash is { } hash) return hash.Hex[..12];
        string value = output.Value?.ToString() ?? "";
        return value.Length > 30 ? value[..29] + "…" : value;
    }

    private static void Incidents(IAnsiConsole console, IReadOnlyList<IncidentRow> incidents)
    {
        Table table = Tables.Of("incident", "at (UTC)", "retried (UTC)", "what was wrong");
        foreach (IncidentRow incident in incidents)
            table.Row(incident.ActivityId, Figures.ShortTime(incident.RaisedAt), incident.ResolvedAt is { } at ? Figures.ShortTime(at) : "–", incident.Message);
        console.Write(table);
    }

    private static void Approvals(IAnsiConsole console, IReadOnlyList<ApprovalRow> approvals)
    {
        Table table = Tables.Of("approval", "asks", "status", "by", "at (UTC)", "because");
        foreach (ApprovalRow approval in approvals)
        {
            string asks = approval.Message is null ? approval.Title : $"{approval.Title}\n{approval.Message}";
            table.Row(approval.ActivityId, asks, Tables.Word(approval.Status), approval.By ?? "–",
                approval.DecidedAt is { } at ? Figures.ShortTime(at) : "–", approval.Reason ?? "–");
        }
        console.Write(table);
    }

    private static void Journal(IAnsiConsole console, IReadOnlyList<JournalRow> journal)
    {
        Table table = Tables.Of("journal", "type", "left by");
        foreach (JournalRow line in journal)
            table.Row(line.ActivityId, line.Type, line.Text is null ? line.Outcome ?? "–" : $"{line.Outcome}: {line.Text}");
        console.Write(table);
    }
}
