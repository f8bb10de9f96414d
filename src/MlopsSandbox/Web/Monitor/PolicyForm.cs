using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Commands;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Web.Components;

namespace MlopsSandbox.Web.Monitor;

/// <summary>A retrain policy while it is edited: the fields as they stand, and the words of <c>mlops policies set</c> that say the same. Fields are texts as people write them.</summary>
internal sealed class PolicyForm
{
    /// <summary>How several rules go together: <c>any</c> or <c>all</c>.</summary>
    public string Together { get; set; } = "any";
    /// <summary>The rules that are chosen; none gives the scenario's own policy back.</summary>
    public HashSet<string> Rules { get; } = [];
    /// <summary>What a retrain learns from: one of the kinds in <see cref="PolicyWords.Selections"/>.</summary>
    public string Data { get; set; } = PolicyWords.Selections[0];
    /// <summary>True when a person is asked before a retrained model is deployed.</summary>
    public bool Approval { get; set; }
    /// <summary>The figures, by the option that takes them, such as <c>--every-days</c>.</summary>
    public Dictionary<string, string> Figures { get; } = [];
    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The figures that a rule, or a selection of data, asks for.</summary>
    public static IReadOnlyList<PolicyField> FieldsOf(string kind) => kind switch
    {
        "periodic" => [new("--every-days", "Days from one training to the next", "30")],
        "labels" => [new("--every-labels", "Labels from one training to the next", "1000")],
        "quality" or "estimatedQuality" => [new("--loss", "Loss against the held-out rows, in the metric's units", "0.05")],
        "cost" => [new("--retrain-cost", "What one training costs, in the scenario's currency", "2000"), new("--horizon-days", "Days for which a new model is expected to serve", "30")],
        "window" => [new("--rows", "The last so many labelled requests", "5000"), new("--days", "Or: what was served in the last so many days", "")],
        "decay" => [new("--half-life-days", "Days after which a request counts half", "14")],
        _ => [],
    };

    /// <summary>The figures of the guardrails.</summary>
    public static IReadOnlyList<PolicyField> Guardrails { get; } =
    [
        new("--minimum-labels", "Labels that a retrain needs", ""),
        new("--minimum-labels-of-each-class", "Labels of each class", ""),
        new("--cooldown-days", "Days from one training to the next at least", ""),
        new("--budget-trainings", "Trainings at most …", ""),
        new("--budget-days", "… in so many days", ""),
    ];

    /// <summary>What a rule is, in words.</summary>
    public static string WordsOf(string kind) => kind switch
    {
        "never" => "never: only people retrain",
        "periodic" => "each so many days",
        "labels" => "each so many labels",
        "drift" => "on drift",
        "quality" => "when measured quality has fallen",
        "estimatedQuality" => "when estimated quality has fallen",
        "cost" => "when staying is expected to cost more",
        "sinceChange" => "what was served since the change",
        "sinceTraining" => "labels since the last training",
        "window" => "a window of the last requests or days",
        "decay" => "all, the recent ones counting more",
        "all" => "the history and all labels",
        _ => kind,
    };

    /// <summary>A form that holds a policy.</summary>
    public static PolicyForm Of(JsonElement policy)
    {
        PolicyForm form = new();
        bool isCombined = policy.TryGetProperty("of", out JsonElement of);
        if (isCombined) form.Together = policy.GetProperty("kind").GetString()!;
        foreach (JsonElement rule in isCombined ? [.. of.EnumerateArray()] : new[] { policy }) form.Take(rule);
        if (policy.TryGetProperty("data", out JsonElement data))
        {
            form.Data = data.GetProperty("kind").GetString()!;
            form.TakeFigures(data);
        }

        if (!policy.TryGetProperty("guardrails", out JsonElement guard)) return form;
        form.Approval = guard.TryGetProperty("approval", out JsonElement approval) && approval.GetBoolean();
        form.TakeFigures(guard);
        if (guard.TryGetProperty("budget", out JsonElement budget)) (form.Figures["--budget-trainings"], form.Figures["--budget-days"]) = (budget.GetProperty("trainings").GetRawText(), budget.GetProperty("days").GetRawText());
        return form;
    }

    /// <summary>The fields that matter as the form stands: of the chosen rules, of the data, of the guardrails.</summary>
    public IEnumerable<PolicyField> Fields => Rules.Order(StringComparer.Ordinal).SelectMany(FieldsOf).Concat(FieldsOf(Data)).Concat(Guardrails).DistinctBy(one => one.Option);

    /// <summary>The words after <c>mlops</c> that set this policy for an endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="by">Who sets it; may be empty.</param>
    public IReadOnlyList<string> Words(string endpoint, string by) => ["policies", "set", .. PolicyWordsOnly(), "--endpoint", endpoint, .. Signature.Words(by), "--reason", Reason];

    /// <summary>The policy that the form says, read as the command line reads it; null for the scenario's own.</summary>
    /// <exception cref="RefusalException">It says none: everything that is wrong, a line each.</exception>
    public RetrainPolicy? Read()
    {
        PolicyOptions options = new();
        Command set = new("set");
        options.AddTo(set);
        ParseResult parsed = set.Parse([.. PolicyWordsOnly()]);
        return parsed.Errors.Count == 0 ? options.Of(parsed) : throw new RefusalException(string.Join('\n', parsed.Errors.Select(error => error.Message)));
    }

    private IEnumerable<string> PolicyWordsOnly()
    {
        string[] rules = [.. PolicyWords.SingleRules.Where(Rules.Contains)];
        if (rules.Length == 0) return [PolicyOptions.Default];
        IEnumerable<string> kinds = rules.Length > 1 ? rules.Prepend(Together) : rules;
        IEnumerable<string> figures = Fields.Where(field => Figures.GetValueOrDefault(field.Option, "").Trim().Length > 0).SelectMany(field => new[] { field.Option, Figures[field.Option].Trim() });
        return [.. kinds, .. Data == PolicyWords.Selections[0] ? [] : new[] { "--data", Data }, .. figures, .. Approval ? new[] { "--approval" } : []];
    }

    private void Take(JsonElement rule)
    {
        Rules.Add(rule.GetProperty("kind").GetString()!);
        TakeFigures(rule);
    }

    // everyDays stands in --every-days.
    private void TakeFigures(JsonElement json)
    {
        foreach (JsonProperty one in json.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.Number))
            Figures[$"--{string.Concat(one.Name.Select(letter => char.IsUpper(letter) ? $"-{char.ToLower(letter, CultureInfo.InvariantCulture)}" : letter.ToString()))}"] = one.Value.GetRawText();
    }
}
