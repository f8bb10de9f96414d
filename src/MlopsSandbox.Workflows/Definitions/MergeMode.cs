namespace MlopsSandbox.Workflows.Definitions;

/// <summary>When an activity that several arrows enter is due in a flowchart that is walked by tokens, as Elsa names it in <c>mergeMode</c>.</summary>
internal enum MergeMode
{
    /// <summary>The same as <see cref="Stream"/>.</summary>
    None,
    /// <summary>With each arrow that is followed, unless a forward way to it is still under way just before it.</summary>
    Stream,
    /// <summary>When all its forward arrows were followed.</summary>
    Merge,
    /// <summary>When all its arrows were followed, those that lead back too.</summary>
    Converge,
    /// <summary>With the first arrow that is followed; each other way counts once without making it due again.</summary>
    Cascade,
    /// <summary>As <see cref="Cascade"/>; what still waits before it is cancelled.</summary>
    Race,
}
