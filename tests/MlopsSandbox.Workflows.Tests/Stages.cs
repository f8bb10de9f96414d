using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Workflows.Tests;

/// <summary>Descriptors of the lifecycle's stages as far as these tests need them.</summary>
internal static class Stages
{
    public static readonly ActivityTypes Types = new(
    [
        Stage("Ingest", ["Done"], Text("scenario"), Text("source", "history", "labelled", "all"), Text("since"), Text("halfLifeDays")),
        Stage("Prep", ["Done"]),
        new ActivityDescriptor("MlopsSandbox.Train", "Lifecycle", "Fits a model.",
            [Text("trainer", "sdca", "lbfgs", "fasttree", "lightgbm") with { IsRequired = true }], ["Done"], [new ActivityOutput("result", "String", "The model.")]),
        Stage("Tune", ["Done"], new ActivityInput("trials", "Int32", "How many trials to run, 1 to 1000."), new ActivityInput("batch", "Int32", "Trials at a time."), Text("trainer")),
        new ActivityDescriptor("MlopsSandbox.Evaluate", "Lifecycle", "Measures the best candidate.", [], ["Accepted", "Rejected"],
            [new ActivityOutput("candidate", "String", "The candidate."), new ActivityOutput("champion", "String", "The champion."), new ActivityOutput("reason", "String", "Why not.")]),
        Stage("Deploy", ["Done"]),
        new ActivityDescriptor("MlopsSandbox.Monitor", "Lifecycle", "Checks an endpoint.", [Text("endpoint")], ["Done"],
            [new ActivityOutput("decision", "String", "none, wait or retrain."), new ActivityOutput("since", "String", "Time."), new ActivityOutput("source", "String", "Rows."), new ActivityOutput("halfLifeDays", "String", "Weight."), new ActivityOutput("approval", "Boolean", "Asks."), new ActivityOutput("reason", "String", "Why.")]),
    ]);

    private static ActivityDescriptor Stage(string name, IReadOnlyList<string> outcomes, params ActivityInput[] inputs) =>
        new($"MlopsSandbox.{name}", "Lifecycle", $"The stage {name}.", inputs, outcomes, []);

    private static ActivityInput Text(string name, params string[] allowed) =>
        new(name, "String", $"The {name}.", Allowed: allowed.Length == 0 ? null : allowed);
}
