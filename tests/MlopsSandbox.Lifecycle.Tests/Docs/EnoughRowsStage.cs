using System.Text.Json;
using MlopsSandbox.Lifecycle.Ingest;
using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Tests.Docs;

/// <summary>The stage that <c>docs/adding-an-activity.md</c> shows: leaves by <c>Enough</c> or <c>TooFew</c>.</summary>
public sealed class EnoughRowsStage : IStage
{
    public ActivityDescriptor Descriptor { get; } = new("MlopsSandbox.EnoughRows", "Lifecycle",
        "Counts the rows that came before, and leaves by Enough or TooFew.",
        [new ActivityInput("least", "Int32", "How many rows are enough, from 1.", IsRequired: true)],
        ["Enough", "TooFew"],
        [new ActivityOutput("result", "Int32", "How many there are.")]);

    public StageResult Execute(StageContext context, CancellationToken cancellation)
    {
        UpstreamOutput table = context.Upstream.Last(upstream => upstream.Output.Kind == OutputKinds.Dataset);
        int rows = DatasetParquet.Read(context.Artifacts.Get(table.Output.Hash!.Value)).Splits.Length;
        string outcome = rows >= context.Settings["least"].GetInt32() ? "Enough" : "TooFew";
        StageOutput result = new(OutputKinds.Value, null, JsonSerializer.SerializeToElement(rows));
        return new StageCompleted(outcome, new Dictionary<string, StageOutput> { ["result"] = result },
            new Dictionary<string, double> { ["rows"] = rows }, Effects: []);
    }
}
