namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What an endpoint answered to one request, without what it was asked.</summary>
/// <param name="RowId">The scenario's source row.</param>
/// <param name="ServedAt">Simulated time.</param>
/// <param name="ModelVersion">Model version that answered.</param>
/// <param name="Score">Its answer: the probability of the positive class, or the number.</param>
/// <param name="ShadowScore">What the first model that served would have answered; null where nobody asked it.</param>
/// <param name="Label">The true number, of classes 1 for the positive one and 0 for the other; null when it has not arrived.</param>
public sealed record GivenAnswer(int RowId, DateTimeOffset ServedAt, int ModelVersion, double Score, double? ShadowScore, double? Label);
