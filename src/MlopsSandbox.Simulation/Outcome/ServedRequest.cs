namespace MlopsSandbox.Simulation.Outcome;

/// <summary>A request of the story with both answers: the served one, and what the first champion would have said.</summary>
/// <param name="Day">Day of the story on which it was served.</param>
/// <param name="RowId">The scenario's source row.</param>
/// <param name="Version">Model version that answered.</param>
/// <param name="Score">Its answer: the probability of the positive class, or the number.</param>
/// <param name="ShadowScore">The first champion's answer to the same request.</param>
/// <param name="Label">The true number, of classes 1 for the positive one and 0 for the other; null when it has not arrived by the story's end.</param>
public sealed record ServedRequest(int Day, int RowId, int Version, double Score, double ShadowScore, double? Label);
