namespace MlopsSandbox.Lifecycle.Monitor.Findings;

/// <summary>One thing that a monitor looked at.</summary>
public sealed record MonitorFinding
{
    /// <summary>Standard errors to either side of a 95 % interval.</summary>
    internal const double Wide = 1.959963984540054;

    /// <summary>What it is about: a feature, a group, or the name of a measure.</summary>
    public required string Subject { get; init; }

    /// <summary>How it was measured, such as <c>range</c> or <c>accuracy</c>.</summary>
    public required string Measure { get; init; }

    /// <summary>The window's figure; NaN when it could not be judged.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>The same of the baseline; NaN where there is none.</summary>
    public double Reference { get; init; } = double.NaN;

    /// <summary>Lower end of a 95 % interval around <see cref="Value"/>; NaN where there is none.</summary>
    public double Low { get; init; } = double.NaN;

    /// <summary>Its upper end.</summary>
    public double High { get; init; } = double.NaN;

    /// <summary>Chance of a figure at least so far from the baseline's when nothing has changed; NaN where no chance is involved.</summary>
    public double P { get; init; } = double.NaN;

    /// <summary>Level that <see cref="P"/> is held against: this finding's share of the report's budget.</summary>
    public double Alpha { get; init; } = double.NaN;

    /// <summary>True when a fixed limit decides in the place of chance.</summary>
    public bool ByLimit { get; init; }

    /// <summary>True when it is to be told.</summary>
    public bool Found { get; init; }

    /// <summary>Why it could not be judged, as a sentence; null when it was.</summary>
    public string? NotJudged { get; init; }

    /// <summary>The figure in plain words; empty when it could not be judged.</summary>
    public string Text { get; init; } = "";

    /// <summary>A finding that could not be judged.</summary>
    public static MonitorFinding Unjudged(string subject, string measure, string because) => new() { Subject = subject, Measure = measure, NotJudged = because };
}
