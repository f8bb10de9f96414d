namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>What a process wrote down of what it did outside of the catalog.</summary>
internal enum Act
{
    /// <summary>An attempt at a stage began to work.</summary>
    Begin,
    /// <summary>It was about to hand over what it made.</summary>
    Done,
    /// <summary>It was about to fail.</summary>
    Failed,
    /// <summary>A line was written.</summary>
    Line,
}

/// <summary>One thing that a process wrote down.</summary>
/// <param name="Process">Which process; a restarted one has a number of its own.</param>
/// <param name="Act">What it did.</param>
/// <param name="Key">The attempt as <c>execution/attempt</c>, or the idempotency key of the line.</param>
/// <param name="Text">The line; empty for stages.</param>
internal sealed record Told(int Process, Act Act, string Key, string Text);
