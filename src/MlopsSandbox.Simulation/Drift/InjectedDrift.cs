namespace MlopsSandbox.Simulation.Drift;

/// <summary>Which drift a story tells; the words of <c>--drift</c>.</summary>
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
    /// <summary>Nothing is injected: the scenario's real days are replayed, and the world changes as it did.</summary>
    Real,
}
