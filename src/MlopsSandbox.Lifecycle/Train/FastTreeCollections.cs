using System.Reflection;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>Keeps FastTree from collecting garbage: it forces several whole collections in each fit, mostly to report its memory, and each stops every thread of the process, those that serve pages too.</summary>
/// <remarks>Its own switch cannot be reached but by reflection. Models are the same either way; where a later version has no such switch, fits only take longer.</remarks>
internal static class FastTreeCollections
{
    private const string Switch = "AllowGC";

    /// <summary>The trainer, which collects nothing from now on.</summary>
    /// <param name="trainer">One that has not fitted yet.</param>
    public static TTrainer Without<TTrainer>(TTrainer trainer)
        where TTrainer : notnull
    {
        SwitchOf(trainer)?.SetValue(trainer, false);
        return trainer;
    }

    /// <summary>True while a trainer collects; null when it has no such switch.</summary>
    public static bool? Collects(object trainer) => (bool?)SwitchOf(trainer)?.GetValue(trainer);

    private static FieldInfo? SwitchOf(object trainer) => trainer.GetType().GetField(Switch, BindingFlags.Instance | BindingFlags.NonPublic);
}
