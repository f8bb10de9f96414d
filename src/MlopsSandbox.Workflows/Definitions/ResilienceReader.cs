using System.Globalization;
using System.Text.Json;
using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Definitions;

/// <summary>
/// Reads how an activity is retried and how long it may take, from its <c>customProperties</c>: <c>timeout</c>, <c>retry</c>, or Elsa's own
/// <c>resilienceStrategy</c> in its mode <c>Expression</c>, whose value has the same shape as <c>retry</c>.
/// </summary>
internal static class ResilienceReader
{
    private const string Timeout = "timeout", Retry = "retry", Strategy = "resilienceStrategy";
    private static readonly string[] Known = ["maxRetryAttempts", "delay", "backoffType", "maxDelay", "errors"];
    private static readonly string[] OfElsa = ["$type", "id", "displayName", "useJitter"];

    public static void Read(ActivityDefinition activity, ProblemList problems)
    {
        if (activity.Json.Get("customProperties") is not { ValueKind: JsonValueKind.Object } custom) return;
        var (timeout, retry) = (Set(custom, Timeout), Written(activity, custom, problems));
        if (!activity.IsExternal)
        {
            if (timeout is not null || retry is not null)
                problems.Warn(activity, "customProperties", "timeout and retry are not used in this type; expected them on a stage, which does its work in a job.");
            return;
        }
        if (timeout is { } text) activity.Timeout = Limit(activity, text, problems);
        if (retry is var (written, path) && Policy(activity, written, path, problems) is { } policy) activity.Retry = policy;
    }

    private static TimeSpan? Limit(ActivityDefinition activity, JsonElement written, ProblemList problems)
    {
        if (Spanned(written) != TimeSpan.Zero) return Span(activity, $"customProperties.{Timeout}", written, problems);
        problems.Error(activity, $"customProperties.{Timeout}", "timeout is 00:00:00; expected a time span above zero, such as 00:10:00.");
        return null;
    }

    private static (JsonElement Policy, string Path)? Written(ActivityDefinition activity, JsonElement custom, ProblemList problems)
    {
        if (Set(custom, Retry) is { } retry) return (retry, $"customProperties.{Retry}");
        if (Set(custom, Strategy) is not { ValueKind: JsonValueKind.Object } strategy) return null;
        var isExpression = strategy.Get("mode") is { } mode && (mode.ValueKind == JsonValueKind.Number ? mode.GetInt32() == 1 : mode.ValueKind == JsonValueKind.String && mode.GetString() == "Expression");
        if (!isExpression)
        {
            problems.Warn(activity, $"customProperties.{Strategy}", "it names a strategy of the server that it was drawn on, which isn't known here and not used; " +
                "expected the mode Expression with the policy itself, or \"retry\".");
            return null;
        }
        var value = strategy.Get("expression")?.Get("value") ?? Json.Null;
        return (Parsed(value), $"customProperties.{Strategy}.expression.value");
    }

    // An expression of the type Object holds its JSON as a text.
    private static JsonElement Parsed(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return value;
        try
        {
            return Json.Parse(value.GetString()!);
        }
        catch (JsonException)
        {
            return value;
        }
    }

    private static RetryPolicy? Policy(ActivityDefinition activity, JsonElement written, string path, ProblemList problems)
    {
        if (written.ValueKind != JsonValueKind.Object)
        {
            problems.Error(activity, path, $"the retry policy is {DocumentRules.Named(written)}; expected an object, such as {{ \"maxRetryAttempts\": 3, \"delay\": \"00:00:05\" }}.");
            return null;
        }
        foreach (var property in written.EnumerateObject().Where(property => !Known.Concat(OfElsa).Contains(property.Name, StringComparer.OrdinalIgnoreCase)))
            problems.Warn(activity, $"{path}.{property.Name}", $"{property.Name} is nothing that a retry policy has and is not used; expected one of {string.Join(", ", Known)}.{NearestName.Suggestion(property.Name, Known)}");
        return new RetryPolicy
        {
            MaxRetryAttempts = Attempts(activity, written, path, problems),
            Delay = Spanned(activity, written, "delay", path, problems) ?? TimeSpan.Zero,
            MaxDelay = Spanned(activity, written, "maxDelay", path, problems) ?? RetryPolicy.Default.MaxDelay,
            Backoff = Backoff(activity, written, path, problems),
            Errors = Errors(activity, written, path, problems),
        };
    }

    private static int Attempts(ActivityDefinition activity, JsonElement policy, string path, ProblemList problems)
    {
        if (Set(policy, "maxRetryAttempts") is not { } written) return 3;
        if (written.ValueKind == JsonValueKind.Number && written.TryGetInt32(out var attempts) && attempts is >= 0 and <= 100) return attempts;
        problems.Error(activity, $"{path}.maxRetryAttempts", $"maxRetryAttempts is {DocumentRules.Named(written)}; expected a whole number from 0 to 100: the attempts after the first.");
        return 0;
    }

    private static RetryBackoff Backoff(ActivityDefinition activity, JsonElement policy, string path, ProblemList problems)
    {
        if (Set(policy, "backoffType") is not { } written) return RetryBackoff.Constant;
        if (written.ValueKind == JsonValueKind.String && Enum.TryParse<RetryBackoff>(written.GetString(), ignoreCase: true, out var backoff) && Enum.IsDefined(backoff)) return backoff;
        problems.Error(activity, $"{path}.backoffType", $"backoffType is {DocumentRules.Named(written)}; expected one of {string.Join(", ", Enum.GetNames<RetryBackoff>())}.");
        return RetryBackoff.Constant;
    }

    private static IReadOnlyList<string>? Errors(ActivityDefinition activity, JsonElement policy, string path, ProblemList problems)
    {
        if (Set(policy, "errors") is not { } written) return null;
        if (written.ValueKind == JsonValueKind.Array && written.EnumerateArray().All(code => code.ValueKind == JsonValueKind.String)) return [.. written.EnumerateArray().Select(code => code.GetString()!)];
        problems.Error(activity, $"{path}.errors", $"errors is {DocumentRules.Named(written)}; expected a list of codes such as [\"timeout\"], or [\"*\"] for all.");
        return null;
    }

    private static TimeSpan? Spanned(ActivityDefinition activity, JsonElement policy, string name, string path, ProblemList problems) =>
        Set(policy, name) is { } written ? Span(activity, $"{path}.{name}", written, problems) : null;

    private static TimeSpan? Span(ActivityDefinition activity, string path, JsonElement written, ProblemList problems)
    {
        if (Spanned(written) is { } span && span >= TimeSpan.Zero) return span;
        problems.Error(activity, path, $"{path[(path.LastIndexOf('.') + 1)..]} is {DocumentRules.Named(written)}; expected a time span as [d.]hh:mm:ss, such as 00:00:30.");
        return null;
    }

    private static TimeSpan? Spanned(JsonElement written) =>
        written.ValueKind == JsonValueKind.String && TimeSpan.TryParse(written.GetString(), CultureInfo.InvariantCulture, out var span) ? span : null;

    private static JsonElement? Set(JsonElement json, string name) =>
        json.EnumerateObject().FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)).Value is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value ? value : null;
}
