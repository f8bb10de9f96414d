using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Commands;

/// <summary>What the program's exit code says, the same for every command.</summary>
internal static class ExitCodes
{
    /// <summary>Done; a rejected candidate is a result too.</summary>
    public const int Succeeded = 0;
    /// <summary>The work failed or was cancelled.</summary>
    public const int Failed = 1;
    /// <summary>Wrong usage, or a file that cannot be used: nothing was begun.</summary>
    public const int Usage = 2;
    /// <summary>The run waits for somebody or something.</summary>
    public const int Waiting = 3;
    /// <summary>Interrupted from the keyboard.</summary>
    public const int Interrupted = 130;

    /// <summary>What a run's end, or its waiting, comes to.</summary>
    public static int Of(RunStatus status) => status switch
    {
        RunStatus.Succeeded => Succeeded,
        RunStatus.Failed or RunStatus.Cancelled => Failed,
        _ => Waiting,
    };
}
