using System.Text.Json;
using System.Text.RegularExpressions;
using MlopsSandbox.Lifecycle.Monitor.Policies;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>The sections of <c>scenario.json</c>, one function each.</summary>
internal static partial class ScenarioSections
{
    private static readonly string[] Members =
        ["$schema", "name", "title", "task", "data", "label", "features", "goal", "successCriteria", "costs", "division", "labels", "retrain", "monitor", "story"];

    /// <summary>All of it; what could not be read is left at a harmless value and noted in <paramref name="reading"/>.</summary>
    public static Scenario Whole(ScenarioReading reading, LocatedJson root, string folder, JsonElement? story)
    {
        LocatedJson? whole = root.Kind == JsonValueKind.Object ? root : null;
        if (whole is null) reading.Refuse(root, $"is {root.Raw}", "an object", "Start from a shipped scenario.");
        else reading.RefuseUnknown(whole, Members);
        LocatedJson? label = reading.Object(whole, "label", "column", "positive");
        LocatedJson? costs = reading.Object(whole, "costs", "currency", "falsePositive", "falseNegative");
        string task = reading.Text(whole, "task", ScenarioFile.BinaryClassification);
        if (task is not ("" or ScenarioFile.BinaryClassification))
            reading.Refuse(whole!.Members["task"], $"is '{task}'", ScenarioFile.BinaryClassification, "Other tasks are not supported yet.");
        LabelColumn labelColumn = new(reading.Text(label, "column", "the label's column"), reading.Text(label, "positive", "the value that counts as positive, as a text"));
        List<Feature> features = FeaturesOf(reading, whole, labelColumn.Column);
        return new Scenario
        {
            Name = NameOf(reading, whole, folder),
            Title = reading.Text(whole, "title", "a title for people"),
            Folder = folder,
            DataFile = DataOf(reading, whole, folder),
            Label = labelColumn,
            Features = features,
            Goal = reading.Text(whole, "goal", "the business goal in a sentence or two"),
            SuccessCriteria = [.. reading.Items(whole, "successCriteria", "an array of { metric, atLeast }").Select(item => CriterionOf(reading, item))],
            Costs = new Costs(reading.Text(costs, "currency", "a currency such as USD"), CostOf(reading, costs, "falsePositive"), CostOf(reading, costs, "falseNegative")),
            Division = DivisionOf(reading, whole),
            Labels = new LabelDelay(reading.Whole(reading.Object(whole, "labels", "delayDays"), "delayDays", 0, 365, "days")),
            Retrain = RetrainOf(reading, whole),
            Monitor = MonitorOf(reading, whole, features),
            Story = story,
        };
    }

    private static string NameOf(ScenarioReading reading, LocatedJson? whole, string folder)
    {
        const string form = "lower-case words joined by hyphens";
        string name = reading.Text(whole, "name", form);
        string folderName = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        if (name.Length == 0) return name;
        if (!WordsAndHyphens().IsMatch(name)) reading.Refuse(whole!.Members["name"], $"is '{name}'", form, "Rename the scenario, for example telco-churn.");
        else if (name != folderName) reading.Refuse(whole!.Members["name"], $"is '{name}'", $"its folder's name, '{folderName}'", "Rename one of the two.");
        return name;
    }

    private static string DataOf(ScenarioReading reading, LocatedJson? whole, string folder)
    {
        string file = reading.Text(whole, "data", "the name of a CSV file in the scenario's folder");
        if (file.Length == 0) return file;
        if (file != Path.GetFileName(file)) reading.Refuse(whole!.Members["data"], $"is '{file}'", "a file name without a folder", "Put the data beside scenario.json.");
        else if (!File.Exists(Path.Combine(folder, file))) reading.Refuse(whole!.Members["data"], $"is '{file}', which is not there", $"a file in {folder}", "Put the data there, or correct the name.");
        return file;
    }

    private static double CostOf(ScenarioReading reading, LocatedJson? costs, string name) => reading.Number(costs, name, value => value >= 0, "a cost of 0 or more");

    private static List<Feature> FeaturesOf(ScenarioReading reading, LocatedJson? whole, string label)
    {
        List<Feature> features = [];
        foreach (LocatedJson item in reading.Items(whole, "features", "an array of { name, kind }"))
        {
            Feature? feature = FeatureOf(reading, item);
            if (feature is null) continue;
            if (feature.Name == label) reading.Refuse(item, $"names '{label}', the label", "columns that are known before the label is", "Remove it from the features.");
            if (features.Any(earlier => earlier.Name == feature.Name)) reading.Refuse(item, $"names '{feature.Name}' a second time", "each column once", "Remove one of the two.");
            features.Add(feature);
        }
        return features;
    }

    private static Feature? FeatureOf(ScenarioReading reading, LocatedJson item)
    {
        if (!IsObject(reading, item, "{ name, kind }", "name", "kind")) return null;
        string name = reading.Text(item, "name", "a column's name");
        string kind = reading.Text(item, "kind", "numeric or categorical");
        if (kind is not ("" or "numeric" or "categorical")) reading.Refuse(item.Members["kind"], $"is '{kind}'", "numeric or categorical", "Choose one of the two.");
        return new Feature(name, kind == "numeric" ? FeatureKind.Numeric : FeatureKind.Categorical);
    }

    private static Criterion CriterionOf(ScenarioReading reading, LocatedJson item)
    {
        if (!IsObject(reading, item, "{ metric, atLeast }", "metric", "atLeast")) return new Criterion("", 0);
        string known = string.Join(", ", ScenarioFile.CriterionMetrics);
        string metric = reading.Text(item, "metric", known);
        if (metric.Length > 0 && !ScenarioFile.CriterionMetrics.Contains(metric))
            reading.Refuse(item.Members["metric"], $"is '{metric}'", known, $"Choose one of them.{NearestName.Hint(metric, ScenarioFile.CriterionMetrics)}");
        return new Criterion(metric, reading.Number(item, "atLeast", value => value is >= 0 and <= 1, "a number from 0 to 1"));
    }

    private static bool IsObject(ScenarioReading reading, LocatedJson item, string form, params ReadOnlySpan<string> known)
    {
        bool isObject = item.Kind == JsonValueKind.Object;
        if (isObject) reading.RefuseUnknown(item, known);
        else reading.Refuse(item, $"is {item.Raw}", form, "Change the item.");
        return isObject;
    }

    private static Division DivisionOf(ScenarioReading reading, LocatedJson? whole)
    {
        LocatedJson? division = reading.Object(whole, "division", "historyShare", "train", "validation", "test");
        double history = reading.Number(division, "historyShare", ScenarioReading.IsShare, "a share above 0 and below 1: the rest of the rows is traffic");
        double[] shares = reading.Shares(division, "train", "validation", "test");
        return new Division(history, shares[0], shares[1], shares[2]);
    }

    private static RetrainSettings RetrainOf(ScenarioReading reading, LocatedJson? whole)
    {
        LocatedJson? retrain = reading.Object(whole, "retrain", "durationDays", "minimumLabels", "train", "validation", "test", "policy");
        int days = reading.Whole(retrain, "durationDays", 0, 365, "days");
        int labels = reading.Whole(retrain, "minimumLabels", 50, 1_000_000, "labels");
        double[] shares = reading.Shares(retrain, "train", "validation", "test");
        RetrainPolicy policy = retrain?.Members.TryGetValue("policy", out LocatedJson? written) == true ? PolicyReading.Of(reading, written) : RetrainPolicy.Default;
        return new RetrainSettings(days, labels, shares[0], shares[1], shares[2]) { Policy = policy };
    }

    private static MonitorSettings MonitorOf(ScenarioReading reading, LocatedJson? whole, IReadOnlyList<Feature> features)
    {
        LocatedJson? monitor = reading.Object(whole, "monitor", "falseAlarmBudget", "plannedChecks", "windowDays", "bias");
        return new MonitorSettings(
            reading.Number(monitor, "falseAlarmBudget", ScenarioReading.IsShare, "a probability above 0 and below 1, such as 0.05"),
            reading.Whole(monitor, "plannedChecks", 1, 10_000, "checks"),
            reading.Whole(monitor, "windowDays", 1, 365, "days"))
        {
            Bias = monitor?.Members.ContainsKey("bias") == true
                ? [.. reading.Items(monitor, "bias", "an array of { feature, group }").Select(item => BiasGroupOf(reading, item, features)).OfType<BiasGroup>()]
                : [],
        };
    }

    private static BiasGroup? BiasGroupOf(ScenarioReading reading, LocatedJson item, IReadOnlyList<Feature> features)
    {
        if (!IsObject(reading, item, "{ feature, group }", "feature", "group")) return null;
        string name = reading.Text(item, "feature", "a categorical feature's name");
        string[] categorical = [.. features.Where(feature => feature.Kind == FeatureKind.Categorical).Select(feature => feature.Name)];
        if (name.Length > 0 && !categorical.Contains(name))
            reading.Refuse(item.Members["feature"], $"is '{name}'", "a categorical feature of this scenario", $"Name one of the features.{NearestName.Hint(name, categorical)}");
        return new BiasGroup(name, reading.Text(item, "group", "the group's value, as a text"));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex WordsAndHyphens();
}
