using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Rendering;

namespace MlopsSandbox.Web.Runs;

/// <summary>What a run was started with and what it waits for, in words.</summary>
internal static class RunText
{
    /// <summary>The currency of a run's scenario; empty where it has none, or where the scenario is gone.</summary>
    public static string Currency(RunRow run)
    {
        try
        {
            return run.ScenarioFolder is { } folder ? ScenarioFile.Read(folder).Costs.Currency : "";
        }
        catch (ScenarioException)
        {
            return "";
        }
    }

    /// <summary>What it was started with, in order of the names; its scenario by the name, not by the folder.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Inputs(CatalogTransaction catalog, RunRow run) =>
        catalog.Runs.InputsOf(run.Id).OrderBy(input => input.Key, StringComparer.Ordinal)
            .Select(input => KeyValuePair.Create(input.Key, run.Scenario is { } scenario && input.Value.ToString() == run.ScenarioFolder ? scenario : JsonText.Of(input.Value)));

    /// <summary>The rest of a sentence that begins with where it waits.</summary>
    public static string Wait(WaitRow wait) => wait switch
    {
        { Kind: WaitKind.Timer, IsSimulated: true } => $"until {Figures.Time(wait.DueAt!.Value)} of its story.",
        { Kind: WaitKind.Timer } => $"until {Figures.Time(wait.DueAt!.Value)} UTC.",
        { Kind: WaitKind.Event } => $"for the event “{wait.Name}”; publish it by",
        _ => $"for the task “{wait.Name}”; report it done by",
    };

    /// <summary>The words after <c>mlops</c> by which it goes on; null when only time helps.</summary>
    public static IReadOnlyList<string>? WaitCommand(RunRow run, WaitRow wait) => wait.Kind switch
    {
        WaitKind.Event => ["publish", wait.Name!, "--run", run.Id],
        WaitKind.Task => ["tasks", "complete", run.Id, wait.ActivityId],
        _ => null,
    };
}
