using System.Text;
using System.Text.Json;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>Reads a policy as it is written; see <see cref="PolicyJson"/> for the other way.</summary>
public static class PolicyReading
{
    private static readonly string[] OfPolicy = ["data", "guardrails"];

    /// <summary>The policy that a text holds.</summary>
    /// <param name="json">JSON, such as <c>{"kind": "periodic", "everyDays": 7}</c>.</param>
    /// <param name="place">Where the text comes from, for messages.</param>
    /// <exception cref="ScenarioException">It is no policy; the message says everything that is wrong.</exception>
    public static RetrainPolicy Parse(string json, string place)
    {
        ScenarioReading reading = new(place);
        RetrainPolicy policy = Of(reading, Located(json, place));
        return reading.Problems.Count == 0 ? policy : throw new ScenarioException(reading.Problems);
    }

    /// <summary>The policy of a value of a larger file; what could not be read is noted in <paramref name="reading"/>.</summary>
    internal static RetrainPolicy Of(ScenarioReading reading, LocatedJson at) => new(RuleOf(reading, at, PolicyWords.Rules, OfPolicy))
    {
        Data = at.Members.ContainsKey("data") ? DataOf(reading, at) : DataSelection.SinceChange,
        Guardrails = at.Members.ContainsKey("guardrails") ? GuardrailsOf(reading, at) : new Guardrails(),
    };

    private static LocatedJson Located(string json, string place)
    {
        try
        {
            return LocatedJson.Parse(Encoding.UTF8.GetBytes(json));
        }
        catch (JsonException problem)
        {
            throw new ScenarioException($"{place}:{problem.LineNumber + 1}:{problem.BytePositionInLine + 1}: this is not JSON; expected a policy such as {{\"kind\": \"drift\"}}. Correct it at this place.");
        }
    }

    private static RetrainRule RuleOf(ScenarioReading reading, LocatedJson at, IReadOnlyList<string> kinds, params string[] others)
    {
        if (at.Kind != JsonValueKind.Object)
        {
            reading.Refuse(at, $"is {at.Raw}", "an object such as { \"kind\": \"drift\" }", "Change the value.");
            return new DriftRule();
        }
        string kind = KindOf(reading, at, kinds);
        if (kind.Length == 0) return new DriftRule();
        reading.RefuseUnknown(at, ["kind", .. MembersOf(kind), .. others]);
        return kind switch
        {
            PolicyWords.Never => new NeverRule(),
            PolicyWords.Periodic => new PeriodicRule(Positive(reading, at, "everyDays", "days")),
            PolicyWords.Labels => new LabelsRule(reading.Whole(at, "everyLabels", 1, 100_000_000, "labels")),
            PolicyWords.Quality => new QualityRule(Positive(reading, at, "loss", "loss in the metric's units")),
            PolicyWords.EstimatedQuality => new EstimatedQualityRule(Positive(reading, at, "loss", "loss in the metric's units")),
            PolicyWords.Cost => new CostRule(
                reading.Number(at, "retrainCost", cost => cost >= 0, "a cost of 0 or more"), Positive(reading, at, "horizonDays", "days")),
            PolicyWords.Any => new AnyRule(PartsOf(reading, at)),
            PolicyWords.All => new AllRule(PartsOf(reading, at)),
            _ => new DriftRule(),
        };
    }

    private static List<RetrainRule> PartsOf(ScenarioReading reading, LocatedJson at) =>
        [.. reading.Items(at, "of", "an array of rules, such as [{ \"kind\": \"drift\" }]").Select(part => RuleOf(reading, part, PolicyWords.Rules))];

    private static string[] MembersOf(string kind) => kind switch
    {
        PolicyWords.Periodic => ["everyDays"],
        PolicyWords.Labels => ["everyLabels"],
        PolicyWords.Quality or PolicyWords.EstimatedQuality => ["loss"],
        PolicyWords.Cost => ["retrainCost", "horizonDays"],
        PolicyWords.Any or PolicyWords.All => ["of"],
        _ => [],
    };

    private static DataSelection DataOf(ScenarioReading reading, LocatedJson parent)
    {
        LocatedJson? at = reading.Object(parent, "data", "kind", "rows", "days", "halfLifeDays");
        string kind = at is null ? "" : KindOf(reading, at, PolicyWords.Selections);
        if (kind.Length == 0) return DataSelection.SinceChange;
        string[] members = kind switch { PolicyWords.Window => ["rows", "days"], PolicyWords.Decay => ["halfLifeDays"], _ => [] };
        foreach (LocatedJson other in at!.Members.Where(member => member.Key != "kind" && !members.Contains(member.Key)).Select(member => member.Value))
            reading.Refuse(other, $"is not for data of kind '{kind}'", members.Length == 0 ? "no more than the kind" : string.Join(" or ", members), "Remove it, or change the kind.");
        bool isRows = at.Members.ContainsKey("rows"), isDays = at.Members.ContainsKey("days");
        if (kind == PolicyWords.Window && isRows == isDays)
            reading.Refuse(at, isRows ? "has both rows and days" : "has neither rows nor days", "one of the two", "A window is as long as either says.");
        return new DataSelection(kind)
        {
            Rows = kind == PolicyWords.Window && isRows ? reading.Whole(at, "rows", 1, 100_000_000, "rows") : null,
            Days = kind == PolicyWords.Window && isDays ? Positive(reading, at, "days", "days") : null,
            HalfLifeDays = kind == PolicyWords.Decay ? Positive(reading, at, "halfLifeDays", "days") : null,
        };
    }

    private static Guardrails GuardrailsOf(ScenarioReading reading, LocatedJson parent)
    {
        LocatedJson? at = reading.Object(parent, "guardrails", "minimumLabels", "minimumLabelsOfEachClass", "cooldownDays", "budget", "approval");
        if (at is null) return new Guardrails();
        return new Guardrails
        {
            MinimumLabels = Has("minimumLabels") ? reading.Whole(at, "minimumLabels", 0, 100_000_000, "labels") : null,
            MinimumLabelsOfEachClass = Has("minimumLabelsOfEachClass") ? reading.Whole(at, "minimumLabelsOfEachClass", 0, 100_000_000, "labels") : 0,
            CooldownDays = Has("cooldownDays") ? reading.Number(at, "cooldownDays", days => days >= 0 && days <= MostDays, "days from 0 to 36500") : 0,
            Budget = Has("budget") ? BudgetOf(reading, at) : null,
            Approval = Has("approval") && ApprovalOf(reading, at.Members["approval"]),
        };

        bool Has(string name) => at.Members.ContainsKey(name);
    }

    private static TrainingBudget? BudgetOf(ScenarioReading reading, LocatedJson parent) => reading.Object(parent, "budget", "trainings", "days") is { } at
        ? new TrainingBudget(reading.Whole(at, "trainings", 1, 1_000_000, "trainings"), Positive(reading, at, "days", "days"))
        : null;

    private static bool ApprovalOf(ScenarioReading reading, LocatedJson at)
    {
        if (at.Kind is not (JsonValueKind.True or JsonValueKind.False)) reading.Refuse(at, $"is {at.Raw}", "true or false", "Change the value.");
        return at.Kind == JsonValueKind.True;
    }

    private static string KindOf(ScenarioReading reading, LocatedJson at, IReadOnlyList<string> kinds)
    {
        string known = $"one of {string.Join(", ", kinds)}";
        string kind = reading.Text(at, "kind", known);
        if (kind.Length == 0 || kinds.Contains(kind)) return kind;
        reading.Refuse(at.Members["kind"], $"is '{kind}'", known, $"Choose one of them.{NearestName.Hint(kind, kinds)}");
        return "";
    }

    private const double MostDays = 36_500;

    private static double Positive(ScenarioReading reading, LocatedJson at, string name, string unit) =>
        reading.Number(at, name, value => value > 0 && value <= MostDays, $"{unit} above 0, 36500 at most");
}
