namespace MlopsSandbox.Web.Runs;

/// <summary>What people do to a run.</summary>
public enum RunAction
{
    /// <summary>Ends it.</summary>
    Cancel,
    /// <summary>Holds it.</summary>
    Pause,
    /// <summary>Lets it go on.</summary>
    Resume,
    /// <summary>Tries again what failed.</summary>
    Retry,
    /// <summary>Agrees to what it asks.</summary>
    Approve,
    /// <summary>Refuses what it asks.</summary>
    Reject,
    /// <summary>Starts a new run that repeats it.</summary>
    Rerun,
    /// <summary>Marks it with tags.</summary>
    Tag,
    /// <summary>Takes a tag from it.</summary>
    Untag,
    /// <summary>Writes something about it.</summary>
    Note,
}
