using MlopsSandbox.Api;
using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Rendering;
using MlopsSandbox.Simulation.Outcome;
using MlopsSandbox.Stories;
using MlopsSandbox.Walkthrough;
using MlopsSandbox.Web.Metrics;
using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Web.Home;

/// <summary>The guided walkthrough: what happened in a story so far, and what happens now, step by step. Pure.</summary>
/// <param name="types">What the stages are for.</param>
internal sealed class GuideSteps(ActivityTypes types)
{
    /// <summary>The steps, in order; the last is what happens now.</summary>
    public IReadOnlyList<GuideStep> Of(HomeView view)
    {
        List<GuideStep> steps = [];
        if (view.Trainings is [var first, ..]) steps.AddRange(Training(first, isFirst: true));
        if (view.Progress is { } progress)
        {
            if (progress.ByDay.Count > 0) steps.Add(Traffic(view, progress));
            if (view.NewestChecked is not null) steps.Add(Watching(view, progress));
            if (progress.Drift.DetectedDay is { } found) steps.Add(Alarm(view, progress, found));
            if (progress.Decisions.FirstOrDefault(decision => decision.Choice == "wait") is { } wait) steps.Add(Waiting(view, progress, wait));
        }
        foreach (RunRow retrain in view.Trainings.Skip(1)) steps.AddRange(Training(retrain, isFirst: false));
        if (view.Progress is { Champions: [_, .., var champion] }) steps.Add(Changed(view, champion));
        if (view.Story.HasEnded) steps.Add(view.Outcome is { } outcome ? End(view.Story, outcome) : Cancelled(view));
        return steps;
    }

    private IEnumerable<GuideStep> Training(RunRow run, bool isFirst)
    {
        yield return new GuideStep(isFirst ? "A first model" : "A retrain", Tables.Word(run.Status), isFirst
            ? "The workflow ‘lifecycle’ is walked: its drawing says which stage follows which, and each stage is a durable job that survives the death of this process."
            : "The monitor's workflow has dispatched a retrain: the same stages again, on the newest labelled requests. The challenger serves only if it beats the champion on recent ones.")
        {
            Result = run.Error,
            Links = [new GuideLink($"The run {run.Id}", $"/runs/{run.Id}")],
        };
        if (!isFirst && run.Status == RunStatus.Succeeded) yield break;
        foreach (IGrouping<string, StageExecutionRow> stage in run.Stages.GroupBy(one => one.Stage)) yield return Stage(run, stage.Key, [.. stage]);
    }

    private GuideStep Stage(RunRow run, string stage, StageExecutionRow[] executions)
    {
        StageExecutionRow shown = executions.FirstOrDefault(one => one.Trial is null && one.Status != ExecutionStatus.Succeeded) ?? executions.FirstOrDefault(one => one.Trial is null) ?? executions[0];
        return new GuideStep(Capital(stage), Tables.Word(shown.Status), types.Find(shown.Type)?.Description ?? "")
        {
            Result = shown.Error?.Message ?? (StageLine.Of(stage, executions) is { Length: > 0 } line ? Capital(line) : null),
            Elsewhere = StageGlossary.Names(stage),
            Links = [new GuideLink("What it made", $"/runs/{run.Id}?stage={Uri.EscapeDataString(shown.ActivityId)}")],
        };
    }

    private static GuideStep Traffic(HomeView view, StoryProgress progress) => new(
        "Traffic",
        view.Story switch { { IsCancelled: true } => "cancelled", { HasEnded: true } => "succeeded", _ => "running" },
        "The endpoint answers simulated customers, day by day. Requests and answers are captured; what really happened to each customer, the label, arrives days later, as it does in life.")
    {
        Result = $"{ServedDays.Words(progress.ByDay[^1].Day + 1, progress.Days)}, the newest is day {progress.ByDay[^1].Day}: {Figures.Count(progress.ByDay.Sum(day => day.Requests))} requests answered, {Figures.Count(progress.ByDay.Sum(day => day.Labels))} labels arrived.",
        Elsewhere = [new("SageMaker", "an endpoint with data capture; ground truth that is uploaded later"), new("Vertex AI", "an endpoint with request-response logging"), new("MLflow", "model serving with inference tables")],
        Links = view.Champion is { } champion ? [new GuideLink("The model that serves", $"/models/{Uri.EscapeDataString(champion.Model)}/{champion.Version}")] : [],
    };

    private GuideStep Watching(HomeView view, StoryProgress progress) => new(
        "Monitor",
        view.Check is { HasEnded: false } ? "running" : "succeeded",
        types.Find(MonitorType)?.Description ?? "")
    {
        Result = $"{Figures.Count(progress.ByDay.Count(day => day.Check is not null))} checks, {Figures.Count(progress.ByDay.Count(day => day.Check is { Alarmed.Count: > 0 }))} with an alarm.",
        Elsewhere = StageGlossary.Names("monitor"),
        Links = [new GuideLink("What it sees", MonitorPage(view))],
    };

    private static GuideStep Alarm(HomeView view, StoryProgress progress, int found)
    {
        StoryCheck? check = progress.ByDay.FirstOrDefault(day => day.Day == found)?.Check;
        string truth = progress.Drift.InjectedDay is { } injected
            ? injected <= found ? $"The truth, which nobody told the monitor: ‘{progress.Drift.Kind}’ drift since day {injected}." : $"A false alarm: the world changes on day {injected} only."
            : "A false alarm: nothing has changed in this world.";
        return new GuideStep($"Drift is found on day {found}", "alarm", $"The window of requests no longer looks like what the model was made from. {truth}")
        {
            IsPast = view.Story.HasEnded || view.NewestChecked is { Day: var day, Check.Alarmed.Count: 0 } && day > found || progress.Champions.Any(champion => champion.FromDay > found),
            Word = "found",
            Result = check is { Alarmed.Count: > 0 } ? $"First of all: {string.Join(", ", check.Alarmed.Take(3))}." : null,
            Links = check is null ? [] : [new GuideLink("The check, feature by feature", $"{MonitorPage(view)}?check={Uri.EscapeDataString(check.ReportId)}")],
        };
    }

    private static GuideStep Waiting(HomeView view, StoryProgress progress, StoryDecision decision) => new("The policy waits", "waiting",
        "A retrain on rows from before the change would learn the old world again. The policy waits until enough labels from after it have arrived.")
    {
        IsPast = view.Story.HasEnded || progress.Decisions[^1].Choice != "wait",
        Word = view.Story.HasEnded || progress.Decisions[^1].Choice != "wait" ? "waited" : null,
        Result = decision.Reason,
    };

    private static GuideStep Changed(HomeView view, StoryChampion champion) => new($"Version {champion.Version} serves", "succeeded",
        "The challenger was better on recent requests, and became the champion. The old version stays in the registry: one command rolls back.")
    {
        Links = [new GuideLink("The new champion", $"/models/{Uri.EscapeDataString(view.Story.ModelName)}/{champion.Version}")],
    };

    private static GuideStep Cancelled(HomeView view) => new("It was cancelled", "cancelled",
        $"Somebody ended the story {CancelledStory.When(view.Story, view.Progress?.Days)}: no day was served since, and nothing is judged. What it has made and served is kept.");

    private static GuideStep End(StoryRow story, StoryOutcome outcome)
    {
        string saved = outcome.Cost is { } cost ? $" The retrain saved {Figures.Count((long)Math.Round(cost.Saved))} {cost.Currency} of mistakes." : "";
        return new GuideStep(outcome.Success ? "It ended well" : "It did not end well", outcome.Success ? "succeeded" : "failed", outcome.Success
            ? $"Quality ({MetricLook.Of(outcome.Quality.Metric).Title}) was {Figures.Measure(outcome.Quality.Before)} at first{(outcome.Quality.During is { } during ? $", {Figures.Measure(during)} while the drift went unanswered" : "")}{(outcome.Quality.After is { } after ? $", and {Figures.Measure(after)} after the retrain, where the first model would have had {Figures.Measure(outcome.Quality.WithoutRetrain)}" : "")}.{saved}"
            : string.Join(" ", outcome.Reasons))
        {
            Links = [new GuideLink("The story as one page", ReportEndpoint.AddressOf(story.Id)) { IsApart = true }],
        };
    }

    private const string MonitorType = "MlopsSandbox.Monitor";

    private static string MonitorPage(HomeView view) => $"/monitor/{Uri.EscapeDataString(view.Story.ModelName)}";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
