using System.Text.Json.Nodes;
using MlopsSandbox.Lifecycle.Tests.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>
/// What is walked while processes die: a loop of four rounds, a fork of three branches (a stage and a line; a stage that fails twice and is tried again by its
/// policy; a delay and a stage), a join of all, a fork of two (a stage; an event that never comes), a join of any, an approval, and a stage that deploys.
/// </summary>
internal static class TorturedWorkflow
{
    /// <summary>The stage whose first attempts fail.</summary>
    public const string Flaky = "flaky";

    /// <summary>The stage that deploys a model version.</summary>
    public const string Ship = "ship";

    /// <summary>How many attempts at <see cref="Flaky"/> fail.</summary>
    public const int FailingAttempts = 2;

    /// <summary>The only run of a home.</summary>
    public const string RunId = "tortured-0001";

    private const string FailureCode = "rows-late";
    private const string NextRound = "(() => { const round = (getVariable('round') || 0) + 1; setVariable('round', round); return round < 4; })()";

    public static Flow Drawing { get; } = new Flow("tortured")
        .Line("hello", "begun")
        .Work("work").ScriptedLine("say", "`round ${getVariable('round') || 0}`").Decision("more", NextRound)
        .Fork("fork", "at once", "retry", "wait")
        .Work("steady").Line("done", "steady")
        .Box(Flaky, FakeStages.Work, ("customProperties", JsonNode.Parse($$"""{ "retry": { "maxRetryAttempts": 4, "delay": "00:00:00.050", "errors": ["{{FailureCode}}"] } }""")!))
        .Delay("pause", "00:00:00.150").Work("late")
        .JoinAll("all").Fork("race", "works", "waits")
        .Work("quick").Event("never", "never").JoinAny("any")
        .Approval("ask").Work(Ship).SetOutput("give", "shipped", "yes").Line("bye", "ended")
        .Arrows(
            "hello>work", "work>say", "say>more", "more:True>work", "more:False>fork",
            "fork:at once>steady", "steady>done", "done>all", $"fork:retry>{Flaky}", $"{Flaky}>all", "fork:wait>pause", "pause>late", "late>all",
            "all>race", "race:works>quick", "quick>any", "race:waits>never", "never>any",
            "any>ask", $"ask:Approved>{Ship}", $"{Ship}>give", "give>bye");

    /// <summary>Lines that it writes when nobody disturbs it.</summary>
    public static IReadOnlyList<string> Lines { get; } = ["begun", "round 0", "round 1", "round 2", "round 3", "steady", "ended"];

    /// <summary>How <see cref="Flaky"/> fails.</summary>
    public static Lifecycle.Jobs.StageException Failure { get; } = new(FailureCode, "the rows are late; expected them by now. Try again.");
}
