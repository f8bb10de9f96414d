namespace MlopsSandbox.Lifecycle.Train;

/// <summary>A trainer with a value for each of its hyperparameters.</summary>
/// <param name="Trainer">Name of the family, one of <see cref="Trainers.Names"/>.</param>
/// <param name="Parameters">Hyperparameter to value.</param>
public sealed record TrainerSettings(string Trainer, IReadOnlyDictionary<string, double> Parameters);
