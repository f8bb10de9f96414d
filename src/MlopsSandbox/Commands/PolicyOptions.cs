using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json.Nodes;
using MlopsSandbox.Lifecycle.Monitor.Policies;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Commands;

/// <summary>The words and options that a policy is set by on the command line, put together as JSON.</summary>
internal sealed class PolicyOptions
{
    /// <summary>The word that gives the scenario's own policy back.</summary>
    public const string Default = "default";

    private readonly Argument<string[]> _kinds = new("kind")
    {
        HelpName = "KIND",
        Description = $"{string.Join(", ", PolicyWords.SingleRules)}; any or all, followed by two or more of these; default gives the scenario's own back.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private readonly Option<string?> _file = new("--file") { Description = "JSON file of a whole policy, in the place of KIND and its options.", HelpName = "file" };
    private readonly PolicyFigure[] _ofRules =
    [
        new("--every-days", "everyDays", "days", "periodic: simulated days from one training to the next.", ["periodic"]),
        new("--every-labels", "everyLabels", "number", "labels: new labels from one training to the next.", ["labels"]),
        new("--loss", "loss", "number", "quality, estimatedQuality: loss against the held-out rows, in the metric's units.", ["quality", "estimatedQuality"]),
        new("--retrain-cost", "retrainCost", "amount", "cost: what one training costs, in the scenario's currency.", ["cost"]),
        new("--horizon-days", "horizonDays", "days", "cost: days for which a new model is expected to serve.", ["cost"]),
    ];
    private readonly Option<string?> _data = new("--data") { Description = $"What a retrain learns from: {string.Join(", ", PolicyWords.Selections)}. [default: sinceChange]", HelpName = "kind" };
    private readonly PolicyFigure[] _ofData =
    [
        new("--rows", "rows", "number", "window: the last so many labelled requests.", []),
        new("--days", "days", "days", "window: what was served in the last so many days.", []),
        new("--half-life-days", "halfLifeDays", "days", "decay: days after which a request counts half.", []),
    ];
    private readonly PolicyFigure[] _ofGuardrails =
    [
        new("--minimum-labels", "minimumLabels", "number", "Labels that a retrain needs; by default the scenario's number.", []),
        new("--minimum-labels-of-each-class", "minimumLabelsOfEachClass", "number", "Labels of each class that a retrain needs.", []),
        new("--cooldown-days", "cooldownDays", "days", "Days from one training to the next at least.", []),
        new("--budget-trainings", "trainings", "number", "Trainings at most in --budget-days.", []),
        new("--budget-days", "days", "days", "The period of the budget, which slides.", []),
    ];
    private readonly Option<bool> _approval = new("--approval") { Description = "Ask a person before a retrained model is deployed." };

    /// <summary><c>--endpoint</c>.</summary>
    public static Option<string?> Endpoint() => new("--endpoint") { Description = "The endpoint; by default the one whose model was deployed last.", HelpName = "name" };

    /// <summary><c>--scenario</c>.</summary>
    public static Option<string?> Scenario() => new("--scenario") { Description = "A scenario, by name or path: for its endpoints that have no policy of their own.", HelpName = "name" };

    /// <summary>Adds all of them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_kinds);
        command.Add(_file);
        foreach (PolicyFigure figure in _ofRules) command.Add(figure.Option);
        command.Add(_data);
        foreach (PolicyFigure figure in _ofData.Concat(_ofGuardrails)) command.Add(figure.Option);
        command.Add(_approval);
    }

    /// <summary>The policy that the words say; null for the scenario's own.</summary>
    /// <exception cref="RefusalException">They say none; the message says what is missing or too much.</exception>
    /// <exception cref="ScenarioException">A file or a figure cannot be used.</exception>
    public RetrainPolicy? Of(ParseResult parsed)
    {
        string[] kinds = parsed.GetValue(_kinds) ?? [];
        if (parsed.GetValue(_file) is { } file)
            return kinds.Length == 0 ? PolicyReading.Parse(File.ReadAllText(file), file) : throw new RefusalException($"--file is given with KIND '{kinds[0]}'; expected one of the two. Leave one out.");
        if (kinds.Length == 0) throw new RefusalException($"KIND is missing; expected one of {string.Join(", ", PolicyWords.Rules)}, {Default}, or a --file.");
        if (kinds is [Default]) return null;
        try
        {
            return PolicyReading.Parse(JsonOf(parsed, kinds).ToJsonString(), "policy");
        }
        catch (ScenarioException wrong)
        {
            throw new RefusalException(string.Join('\n', wrong.Problems.Select(problem => problem[(problem.IndexOf("$.", StringComparison.Ordinal) + 2)..])));
        }
    }

    private JsonObject JsonOf(ParseResult parsed, string[] kinds)
    {
        JsonObject rule = RuleOf(parsed, kinds);
        foreach (PolicyFigure surplus in _ofRules.Where(figure => figure.Of(parsed) is not null && !figure.Kinds.Intersect(kinds).Any()))
            throw new RefusalException($"{surplus.Option.Name} is given, which {string.Join(" ", kinds)} does not read; expected it with {string.Join(" or ", surplus.Kinds)}. Leave it out.");
        JsonObject data = Figures(parsed, _ofData), guard = Figures(parsed, _ofGuardrails[..3]), budget = Figures(parsed, _ofGuardrails[3..]);
        if (parsed.GetValue(_data) is { } kind) data["kind"] = kind;
        else if (data.Count > 0) throw new RefusalException("--rows, --days or --half-life-days is given without --data; expected --data window or --data decay with it.");
        if (data.Count > 0) rule["data"] = data;
        if (budget.Count == 1) throw new RefusalException("--budget-trainings and --budget-days go together, and one is missing; expected both, such as --budget-trainings 2 --budget-days 30.");
        if (budget.Count > 0) guard["budget"] = budget;
        if (parsed.GetValue(_approval)) guard["approval"] = true;
        if (guard.Count > 0) rule["guardrails"] = guard;
        return rule;
    }

    private JsonObject RuleOf(ParseResult parsed, string[] kinds)
    {
        if (kinds[0] is not ("any" or "all")) return kinds.Length == 1 ? RuleOf(parsed, kinds[0]) : throw new RefusalException($"KIND is '{string.Join(' ', kinds)}'; expected any or all before several kinds, such as any {string.Join(' ', kinds)}.");
        return kinds.Length > 2
            ? new JsonObject { ["kind"] = kinds[0], ["of"] = new JsonArray([.. kinds.Skip(1).Select(kind => RuleOf(parsed, kind))]) }
            : throw new RefusalException($"KIND is '{string.Join(' ', kinds)}'; expected two or more kinds after {kinds[0]}, such as {kinds[0]} drift periodic.");
    }

    private JsonObject RuleOf(ParseResult parsed, string kind)
    {
        string[] known = [.. PolicyWords.Rules, Default];
        if (!PolicyWords.SingleRules.Contains(kind)) throw new RefusalException($"KIND is '{kind}'; expected one of: {string.Join(", ", known)}.{NearestName.Hint(kind, known)}");
        JsonObject rule = new() { ["kind"] = kind };
        foreach (PolicyFigure figure in _ofRules.Where(figure => figure.Kinds.Contains(kind)))
            rule[figure.Json] = figure.Of(parsed) ?? throw new RefusalException($"{figure.Option.Name} is missing, which {kind} needs; expected a number. {figure.Option.Description}");
        return rule;
    }

    private static JsonObject Figures(ParseResult parsed, IEnumerable<PolicyFigure> figures) =>
        [.. figures.Where(figure => figure.Of(parsed) is not null).Select(figure => KeyValuePair.Create<string, JsonNode?>(figure.Json, figure.Of(parsed)))];

    /// <summary>A number of a policy: its option and its name in JSON.</summary>
    private sealed class PolicyFigure(string option, string json, string helpName, string description, string[] kinds)
    {
        public Option<double?> Option { get; } = new(option) { Description = description, HelpName = helpName, CustomParser = Parse };
        public string Json { get; } = json;
        /// <summary>The kinds of rules that read it.</summary>
        public string[] Kinds { get; } = kinds;

        public double? Of(ParseResult parsed) => parsed.GetValue(Option);

        private static double? Parse(ArgumentResult result)
        {
            string text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)) return number;
            result.AddError($"{((OptionResult)result.Parent!).Option.Name} is '{text}'; expected a number, such as 7.");
            return null;
        }
    }
}
