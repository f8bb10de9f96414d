using MlopsSandbox.Report;

namespace MlopsSandbox.Tests.Report;

/// <summary>A report with everything in it, made up by formulas, so that what is drawn can be checked against what was put in.</summary>
internal static class SampleReport
{
    public static ReportData Recovered { get; } = new()
    {
        Scenario = "telco-churn",
        Title = "Which customers are about to leave?",
        Goal = "Call them before they do.",
        StoryId = "story-0001",
        Seed = 1,
        Success = true,
        Hash = "sha256:" + new string('5', 64),
        Timeline = new StoryTimeline(Days: 26, "all", Injected: 8, Detected: 9, Retrained: 16, Recovered: 18),
        Quality = new QualityStory("auc", new QualityWindow(0, 8, 960, 0.842), new QualityWindow(8, 17, 1080, 0.702), new QualityWindow(18, 22, 480, 0.836), 0.711,
            [.. Days(3, 24).Select(day => new QualityPoint(day, Served(day)))], [.. Days(3, 24).Select(day => new QualityPoint(day, Never(day)))], CostSaved: 18_250, "USD"),
        Roc = [Roc("version 1 before", 0.842, 8), Roc("version 1 after the drift", 0.702, 3), Roc("version 2", 0.836, 7)],
        Champions = [Champion(1, "fasttree", 0.842), Champion(2, "lightgbm", 0.836)],
        Drift = [Feature("monthly_charges", "ks", 6.1), Feature("contract", "chi-square", 3.2), Feature("tenure", "ks", 0.7), Feature("gender", "chi-square", 0.5), Feature("score", "ks", 2.1)],
        Trials = [.. Enumerable.Range(0, 16).Select(trial => new TrialPoint(trial, $"leaves {8 + trial}, rate 0.{trial + 1}", 0.83 + (0.012 * Math.Sin(trial * 2.3)), trial == 7))],
        Trace = [new("run lifecycle", 0, 0, 6.2, "run", false), new("enqueue ingest", 1, 0.02, 0.01, "enqueue", false), new("process ingest", 1, 0.05, 0.6, "process", false), new("stage ingest", 2, 0.1, 0.5, "stage", false),
            new("process train", 1, 0.8, 2.2, "process", false), new("stage train", 2, 0.9, 2.1, "stage", false), new("fit fasttree", 3, 1.0, 1.9, "other", false), new("stage evaluate", 2, 5.2, 0.4, "stage", true)],
        Decisions = [new DecisionLine(9, "wait", "240 of 700 labels from after the change have arrived.", "drift-0010"), new DecisionLine(16, "retrain", "714 labels from after the change have arrived.", "drift-0010")],
        Stages = [new StageLine("ingest", "Reads the data, types every column and keeps an immutable copy.", "2,465 rows, 19 features", 0.5), new StageLine("train", "Fits four families side by side.", "4 models", 2.1)],
    };

    public static ReportData Quiet { get; } = Recovered with
    {
        Timeline = new StoryTimeline(26, "none", null, null, null, null),
        Quality = new QualityStory("auc", new QualityWindow(0, 23, 2760, 0.842), null, null, null, [.. Days(3, 24).Select(day => new QualityPoint(day, 0.84))], [], null, "USD"),
        Drift = [Feature("tenure", "ks", 0.7)],
        Decisions = [],
        Champions = [Champion(1, "fasttree", 0.842)],
        Roc = [Roc("version 1", 0.842, 8)],
    };

    private static IEnumerable<int> Days(int from, int to) => Enumerable.Range(from, to - from);

    private static double Served(int day) => day < 9 ? 0.84 + Wobble(day) : day < 18 ? 0.70 + Wobble(day) : 0.83 + Wobble(day);

    private static double Never(int day) => day < 18 ? Served(day) : 0.71 + Wobble(day);

    private static double Wobble(int day) => 0.012 * Math.Sin(day * 1.7);

    private static ChampionReport Champion(int version, string trainer, double auc) => new(version, trainer, $"lifecycle-000{version}", "sha256:" + new string((char)('a' + version), 64), auc,
        new ConfusionCounts(52, 38, 14, 143, 0.31), "247 rows of the test split");

    private static RocLine Roc(string name, double auc, double bend) => new(name, auc, [.. Enumerable.Range(0, 51).Select(step => (step / 50.0, 1 - Math.Pow(1 - (step / 50.0), bend)))]);

    private static FeatureDrift Feature(string name, string test, double peak) => new(name, test,
        [.. Days(2, 26).Select(day => new DriftPoint(day, day < 9 ? 0.4 + (2 * Math.Abs(Wobble(day))) : day < 17 ? peak * (0.8 + (10 * Math.Abs(Wobble(day)))) : 0.5))]);
}
