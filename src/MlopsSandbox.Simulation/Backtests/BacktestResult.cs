namespace MlopsSandbox.Simulation.Backtests;

/// <summary>How a policy fared.</summary>
/// <param name="Policy">Its name.</param>
/// <param name="Trainings">Fits after the first, those included whose model lost against the champion.</param>
/// <param name="Mae">Mean absolute error of all answers, in the label's unit; less is better.</param>
/// <param name="Years">The same by calendar year.</param>
/// <param name="Retrains">Each training after the first, in order of time.</param>
public sealed record BacktestResult(string Policy, int Trainings, double Mae, IReadOnlyList<BacktestYear> Years, IReadOnlyList<BacktestRetrain> Retrains);

/// <summary>A policy in one calendar year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Trainings">Trainings in it.</param>
/// <param name="Mae">Mean absolute error of its answers.</param>
/// <param name="MeanError">Mean of prediction − label: below 0 the answers were too low.</param>
public sealed record BacktestYear(int Year, int Trainings, double Mae, double MeanError);

/// <summary>A training that a policy asked for.</summary>
/// <param name="Day">The day of the check.</param>
/// <param name="Reason">Why, for people.</param>
/// <param name="Accepted">True when its model took over.</param>
public sealed record BacktestRetrain(DateOnly Day, string Reason, bool Accepted);
