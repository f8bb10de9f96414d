namespace MlopsSandbox.Lifecycle.Scenarios;

/// <summary>A scenario cannot be read, found or made. Its message is for people; nothing has been changed.</summary>
public sealed class ScenarioException : Exception
{
    /// <param name="problems">All that is wrong, each: where, what was found, what was expected, what to do.</param>
    public ScenarioException(IReadOnlyList<string> problems) : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <param name="problem">Where, what was found, what was expected, what to do.</param>
    public ScenarioException(string problem) : this([problem])
    {
    }

    /// <summary>All that is wrong, one sentence or two each; never empty.</summary>
    public IReadOnlyList<string> Problems { get; }
}
