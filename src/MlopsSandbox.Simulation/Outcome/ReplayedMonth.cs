namespace MlopsSandbox.Simulation.Outcome;

/// <summary>A month of a replay.</summary>
/// <param name="FirstDay">Its first day in the story, from 0.</param>
/// <param name="LastDay">Its last day, inclusive: the check came at its end.</param>
/// <param name="Month">Such as <c>2008-06</c>.</param>
/// <param name="Labels">Requests whose label arrived by the story's end.</param>
/// <param name="Version">Model version that answered last.</param>
/// <param name="Mae">Mean absolute error of the answers, in the label's unit.</param>
/// <param name="MeanError">Mean of answer − label: below 0 the answers were too low.</param>
/// <param name="WithoutRetrain">Mean absolute error of the first champion on the same requests.</param>
/// <param name="MeanLabel">Mean of the labels.</param>
/// <param name="Drifted">True when the check at its end alarmed.</param>
/// <param name="Choice">What the policy chose then.</param>
public sealed record ReplayedMonth(
    int FirstDay, int LastDay, string Month, int Labels, int Version, double Mae, double MeanError, double WithoutRetrain, double MeanLabel, bool Drifted, string Choice);
