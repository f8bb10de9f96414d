namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>
/// A stage whose answer follows from its type, settings, seeds, scenario file and incoming outputs, and from what <see cref="DependsOn"/> tells: an execution
/// for which all of these are the same may take the outputs of an earlier one. A stage that changes or reads what the world is at now is none.
/// </summary>
public interface IPureStage : IStage
{
    /// <summary>What else this execution depends on, such as the content hash of a file; empty for nothing; null when no other execution can stand for it.</summary>
    string? DependsOn(StageContext context);
}
