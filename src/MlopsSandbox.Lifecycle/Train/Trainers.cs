namespace MlopsSandbox.Lifecycle.Train;

/// <summary>The trainers there are.</summary>
public static class Trainers
{
    private static readonly TrainerFamily[] Families = [SdcaFamily.Family, LbfgsFamily.Family, FastTreeFamily.Family, LightGbmFamily.Family];

    /// <summary>Names of all trainers.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Families.Select(family => family.Name)];

    internal static TrainerFamily Of(string name) => Families.Single(family => family.Name == name);
}
