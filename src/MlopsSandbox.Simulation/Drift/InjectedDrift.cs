namespace MlopsSandbox.Simulation.Drift;

/// <summary>Which of a scenario's drifts a story tells; the words of <c>--drift</c>.</summary>
public enum InjectedDrift
{
    /// <summary>Nothing changes: what a monitor reports is a false alarm.</summary>
    None,
    /// <summary>A price rises.</summary>
    Price,
    /// <summary>A segment's share of the traffic grows.</summary>
    Segment,
    /// <summary>Features exchange their meaning: the same values now come with other labels.</summary>
    Concept,
    /// <summary>All that the scenario tells, on the same day.</summary>
    All,
}
