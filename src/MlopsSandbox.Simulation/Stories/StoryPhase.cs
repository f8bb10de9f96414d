namespace MlopsSandbox.Simulation.Stories;

/// <summary>What a story does next; the word in its row.</summary>
internal static class StoryPhase
{
    /// <summary>The first model is being made.</summary>
    public const string Train = "train";
    /// <summary>The day's requests are to be served.</summary>
    public const string Serve = "serve";
    /// <summary>The day was served; its check where one is due, and what that causes, is under way.</summary>
    public const string Check = "check";
    /// <summary>The outcome is to be told.</summary>
    public const string Judge = "judge";
    /// <summary>Nothing is left.</summary>
    public const string Done = "done";
}
