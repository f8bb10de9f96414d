using System.Text.Json;
using System.Text.RegularExpressions;
using MlopsSandbox.Lifecycle.Monitor.Policies;

namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>The sections of <c>scenario.json</c>, one function each.</summary>
internal static partial class ScenarioSections
{
    private static readonly string[] Members =
        ["$schema", "name", "title", "task", "data", "time", "label", "features", "naiveForecast", "goal", "successCriteria", "costs", "division", "labels", "retrain", "monitor", "story"];

    /// <summary>All of it; what could not be read is left at a harmless value and noted in <paramref name="reading"/>.</summary>
    public static Scenario Whole(ScenarioReading reading, LocatedJson root, string folder, JsonElement? story)
    {
        LocatedJson? whole = root.Kind == JsonValueKind.Object ? root : null;
        if (whole is null) reading.Refuse(root, $"is {root.Raw}", "an object", "Start from a shipped scenario.");
        else reading.RefuseUnknown(whole, Members);
        PredictionTask task = reading.OneOf(whole, "task", ScenarioFile.BinaryClassification, ScenarioFile.Regression) == ScenarioFile.Regression
            ? PredictionTask.Regression
            : PredictionTask.BinaryClassification;
        TimeAxis? time = TimeSections.AxisOf(reading, whole);
        LabelColumn label = LabelOf(reading, whole, task);
        LabelDelay labels = new(reading.Whole(reading.Object(whole, "labels", "delayDays"), "delayDays", 0, 365, "days"));
        List<FeatureSection> features = FeaturesOf(reading, whole, label.Column, time, labels);
        return new Scenario
        {
            Name = NameOf(reading, whole, folder),
            Title = reading.Text(whole, "title", "a title for people"),
            Folder = folder,
            DataFile = DataOf(reading, whole, folder),
            Task = task,
            Label = label,
            Time = time,
            Features = [.. features.Select(section => section.Feature)],
            Derived = features.Where(section => section.Derivation is not null).DistinctBy(section => section.Feature.Name)
                .ToDictionary(section => section.Feature.Name, section => section.Derivation!),
            NaiveForecast = NaiveOf(reading, whole, task, features),
            Goal = reading.Text(whole, "goal", "the business goal in a sentence or two"),
            SuccessCriteria = [.. reading.Items(whole, "successCriteria", "an array of { metric, atLeast or atMost }").Select(item => CriterionSection.Of(reading, item, task))],
            Costs = CostsOf(reading, whole, task),
            Division = DivisionOf(reading, whole, time),
            Labels = labels,
            Retrain = RetrainOf(reading, whole, time),
            Monitor = MonitorSection.Of(reading, whole, task, [.. features.Select(section => section.Feature)]),
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

    private static LabelColumn LabelOf(ScenarioReading reading, LocatedJson? whole, PredictionTask task)
    {
        bool isNumber = task == PredictionTask.Regression;
        LocatedJson? label = isNumber ? reading.Object(whole, "label", "column") : reading.Object(whole, "label", "column", "positive");
        string column = reading.Text(label, "column", "the label's column");
        return new LabelColumn(column, isNumber ? null : reading.Text(label, "positive", "the value that counts as positive, as a text"));
    }

    // Mistakes about a number may go without a price; those about a class choose the threshold, so they must have one.
    private static Costs CostsOf(ScenarioReading reading, LocatedJson? whole, PredictionTask task)
    {
        bool isNumber = task == PredictionTask.Regression;
        if (isNumber && !ScenarioReading.Has(whole, "costs")) return Costs.None;
        LocatedJson? costs = isNumber ? reading.Object(whole, "costs", "currency", "perUnitError") : reading.Object(whole, "costs", "currency", "falsePositive", "falseNegative");
        string currency = reading.Text(costs, "currency", "a currency such as USD");
        return isNumber ? new Costs(currency, 0, 0, CostOf("perUnitError")) : new Costs(currency, CostOf("falsePositive"), CostOf("falseNegative"));

        double CostOf(string name) => reading.Number(costs, name, value => value >= 0, "a cost of 0 or more");
    }

    private static List<FeatureSection> FeaturesOf(ScenarioReading reading, LocatedJson? whole, string label, TimeAxis? time, LabelDelay delay)
    {
        List<FeatureSection> features = [];
        foreach (LocatedJson item in reading.Items(whole, "features", "an array of { name, kind }"))
        {
            if (FeatureSection.Of(reading, item, time, delay) is not { Feature.Name: var name } section) continue;
            if (name == label) reading.Refuse(item, $"names '{label}', the label", "columns that are known before the label is", "Remove it from the features.");
            if (name == time?.Column && section.Derivation is null)
                reading.Refuse(item, $"names '{name}', the rows' day", "what a calendar tells of it", "Derive a feature from it, for example by \"calendar\": \"weekday\".");
            if (features.Any(earlier => earlier.Feature.Name == name)) reading.Refuse(item, $"names '{name}' a second time", "each column once", "Remove one of the two.");
            features.Add(section);
        }
        return features;
    }

    private static string? NaiveOf(ScenarioReading reading, LocatedJson? whole, PredictionTask task, List<FeatureSection> features)
    {
        if (!ScenarioReading.Has(whole, "naiveForecast")) return null;
        string name = reading.Text(whole, "naiveForecast", "a numeric feature");
        string[] numbers = [.. features.Select(section => section.Feature).Where(feature => feature.Kind == FeatureKind.Numeric).Select(feature => feature.Name)];
        if (task != PredictionTask.Regression) reading.Refuse(whole!.Members["naiveForecast"], "is there", $"no such member, as the task is not {ScenarioFile.Regression}", "Remove it.");
        else if (name.Length > 0 && !numbers.Contains(name))
            reading.Refuse(whole!.Members["naiveForecast"], $"is '{name}'", $"a numeric feature: {string.Join(", ", numbers)}", $"Name one of them.{NearestName.Hint(name, numbers)}");
        return name;
    }

    private static Division DivisionOf(ScenarioReading reading, LocatedJson? whole, TimeAxis? time)
    {
        bool isByDay = time is not null && whole?.Members.GetValueOrDefault("division") is { } told && ScenarioReading.Has(told, "historyUntil");
        LocatedJson? division = reading.Object(whole, "division", isByDay ? "historyUntil" : "historyShare", "train", "validation", "test");
        double history = isByDay ? double.NaN : reading.Number(division, "historyShare", ScenarioReading.IsShare, "a share above 0 and below 1: the rest of the rows is traffic");
        DateOnly? until = isByDay ? reading.Day(division, "historyUntil", "the first day of the traffic, such as 2006-01-01") : null;
        double[] shares = reading.Shares(division, "train", "validation", "test");
        return new Division(history, shares[0], shares[1], shares[2], until);
    }

    private static RetrainSettings RetrainOf(ScenarioReading reading, LocatedJson? whole, TimeAxis? time)
    {
        LocatedJson? retrain = reading.Object(whole, "retrain", "durationDays", "minimumLabels", "train", "validation", "test", "policy");
        int days = reading.Whole(retrain, "durationDays", 0, 365, "days");
        // Where rows are days, four weeks of them say something; a crowd of rows must be larger.
        int labels = reading.Whole(retrain, "minimumLabels", time is null ? 50 : 28, 1_000_000, "labels");
        double[] shares = reading.Shares(retrain, "train", "validation", "test");
        RetrainPolicy policy = retrain?.Members.TryGetValue("policy", out LocatedJson? written) == true ? PolicyReading.Of(reading, written) : RetrainPolicy.Default;
        return new RetrainSettings(days, labels, shares[0], shares[1], shares[2]) { Policy = policy };
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex WordsAndHyphens();
}
