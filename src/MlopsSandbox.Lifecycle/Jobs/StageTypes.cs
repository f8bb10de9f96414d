using MlopsSandbox.Workflows.Activities;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>The stages that this program can run, by activity type.</summary>
public sealed class StageTypes
{
    private readonly Dictionary<string, IStage> _stages;

    /// <param name="stages">Each type once.</param>
    /// <exception cref="ArgumentException">Two stages have the same type.</exception>
    public StageTypes(IEnumerable<IStage> stages)
    {
        IStage[] all = [.. stages];
        Activities = new ActivityTypes(all.Select(stage => stage.Descriptor));
        _stages = all.ToDictionary(stage => stage.Descriptor.Type, StringComparer.Ordinal);
    }

    /// <summary>All activity types that a definition may use, for reading definitions.</summary>
    public ActivityTypes Activities { get; }

    /// <summary>True when an execution of this type may take the outputs of an earlier one that was made from the same, see <see cref="IPureStage"/>.</summary>
    public bool CanReuse(string type) => _stages.GetValueOrDefault(type) is IPureStage;

    /// <summary>The stage of an activity type.</summary>
    /// <exception cref="StageException">This program has none.</exception>
    internal IStage Find(string type) => _stages.GetValueOrDefault(type) ?? throw new StageException(
        "stage-unknown",
        $"this program has no stage of type '{type}'; expected one of {string.Join(", ", _stages.Keys.Order(StringComparer.Ordinal))}. Use the version that started the run.");
}
