namespace MlopsSandbox.Web.Models;

/// <summary>Rows of about the same score.</summary>
/// <param name="Probability">Their mean score, in [0, 1].</param>
/// <param name="Share">Share of them that is positive.</param>
/// <param name="Rows">How many they are.</param>
public sealed record CalibrationBin(double Probability, double Share, int Rows);
