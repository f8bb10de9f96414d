using MlopsSandbox.Lifecycle.Scenarios;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Ingest;

/// <summary>A scenario with one numeric and one categorical feature, whose file a test writes.</summary>
internal static class Small
{
    public static Scenario In(TemporaryFolder folder, string csv)
    {
        folder.Write("small.csv", csv);
        return At(folder.Path);
    }

    public static Scenario At(string folder) => new()
    {
        Name = "small",
        Title = "Small",
        Folder = folder,
        DataFile = "small.csv",
        Label = new LabelColumn("churn", "Yes"),
        Features = [new Feature("age", FeatureKind.Numeric), new Feature("plan", FeatureKind.Categorical)],
        Goal = "Keep them.",
        SuccessCriteria = [new Criterion("auc", 0.6)],
        Costs = new Costs("USD", FalsePositive: 1, FalseNegative: 5),
        Division = new Division(HistoryShare: 0.5, Train: 0.6, Validation: 0.2, Test: 0.2),
        Labels = new LabelDelay(3),
        Retrain = new RetrainSettings(DurationDays: 1, MinimumLabels: 100, Train: 0.6, Validation: 0.2, Test: 0.2),
        Monitor = new MonitorSettings(falseAlarmBudget: 0.05, plannedChecks: 20, windowDays: 3),
    };
}
