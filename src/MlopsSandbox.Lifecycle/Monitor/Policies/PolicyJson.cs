using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlopsSandbox.Lifecycle.Monitor.Policies;

/// <summary>Writes policies and what they decided by, as everybody sees them.</summary>
public static class PolicyJson
{
    /// <summary>The policy as <see cref="PolicyReading"/> reads it; what is at its default is left out.</summary>
    public static JsonElement Write(RetrainPolicy policy)
    {
        JsonObject json = Rule(policy.Rule);
        if (policy.Data != DataSelection.SinceChange) json["data"] = Data(policy.Data);
        if (policy.Guardrails != new Guardrails()) json["guardrails"] = Guard(policy.Guardrails);
        return JsonSerializer.SerializeToElement(json);
    }

    /// <summary>The figures that a policy decided by; those that are not known are left out.</summary>
    public static JsonElement Write(RetrainEvidence evidence)
    {
        JsonObject json = new()
        {
            ["lastTrainedAt"] = Time(evidence.LastTrainedAt),
            ["trainings"] = evidence.Trainings.Count,
            ["labels"] = evidence.Labels.Count,
            ["labelsSinceTraining"] = evidence.LabelsSinceTraining,
            ["requestsPerDay"] = evidence.RequestsPerDay,
        };
        if (evidence.PendingFrom is { } pending) json["pendingFrom"] = Time(pending);
        if (evidence.UnfinishedRun is { } run) json["unfinishedRun"] = run;
        if (evidence.Alarm is { } alarm)
        {
            json["alarm"] = new JsonObject
            {
                ["what"] = alarm.What,
                ["raisedAt"] = Time(alarm.RaisedAt),
                ["changedAt"] = Time(alarm.ChangedAt),
                ["labelsSince"] = evidence.Labels.Count(label => label.ServedAt >= alarm.ChangedAt),
                ["labelsAtLastTry"] = alarm.LabelsAtLastTry,
            };
        }
        if (evidence.Quality is { } quality) json["quality"] = Quality(quality);
        if (evidence.EstimatedQuality is { } estimated) json["estimatedQuality"] = Quality(estimated);
        if (evidence.Cost is { } cost)
        {
            json["cost"] = new JsonObject
            {
                ["currency"] = cost.Currency,
                ["perRequest"] = cost.PerRequest,
                ["reference"] = cost.Reference,
                ["differenceError"] = cost.DifferenceError,
            };
        }
        return JsonSerializer.SerializeToElement(json);
    }

    /// <summary>What a retrain learns from, with the number of its labels.</summary>
    public static JsonElement Write(SelectedData data, RetrainEvidence evidence)
    {
        JsonObject json = new() { ["source"] = data.Source, ["labels"] = data.Of(evidence).Count() };
        if (data.Since is { } since) json["since"] = Time(since);
        if (data.HalfLifeDays is { } days) json["halfLifeDays"] = days;
        return JsonSerializer.SerializeToElement(json);
    }

    private static JsonObject Rule(RetrainRule rule)
    {
        JsonObject json = new() { ["kind"] = rule.Kind };
        switch (rule)
        {
            case PeriodicRule periodic:
                json["everyDays"] = periodic.EveryDays;
                break;
            case LabelsRule labels:
                json["everyLabels"] = labels.EveryLabels;
                break;
            case QualityRule quality:
                json["loss"] = quality.Loss;
                break;
            case EstimatedQualityRule estimated:
                json["loss"] = estimated.Loss;
                break;
            case CostRule cost:
                (json["retrainCost"], json["horizonDays"]) = (cost.RetrainCost, cost.HorizonDays);
                break;
            case AnyRule any:
                json["of"] = new JsonArray([.. any.Of.Select(Rule)]);
                break;
            case AllRule all:
                json["of"] = new JsonArray([.. all.Of.Select(Rule)]);
                break;
        }
        return json;
    }

    private static JsonObject Data(DataSelection data)
    {
        JsonObject json = new() { ["kind"] = data.Kind };
        if (data.Rows is { } rows) json["rows"] = rows;
        if (data.Days is { } days) json["days"] = days;
        if (data.HalfLifeDays is { } halfLife) json["halfLifeDays"] = halfLife;
        return json;
    }

    private static JsonObject Guard(Guardrails guard)
    {
        JsonObject json = [];
        if (guard.MinimumLabels is { } labels) json["minimumLabels"] = labels;
        if (guard.MinimumLabelsOfEachClass > 0) json["minimumLabelsOfEachClass"] = guard.MinimumLabelsOfEachClass;
        if (guard.CooldownDays > 0) json["cooldownDays"] = guard.CooldownDays;
        if (guard.Budget is { } budget) json["budget"] = new JsonObject { ["trainings"] = budget.Trainings, ["days"] = budget.Days };
        if (guard.Approval) json["approval"] = true;
        return json;
    }

    private static JsonObject Quality(QualityEvidence quality) => new()
    {
        ["metric"] = quality.Metric,
        ["value"] = quality.Value,
        ["reference"] = quality.Reference,
        ["loss"] = quality.Loss,
        ["lossError"] = quality.LossError,
    };

    private static JsonNode? Time(DateTimeOffset time) => JsonSerializer.SerializeToNode(time.UtcDateTime);
}
