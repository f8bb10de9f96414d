namespace MlopsSandbox.Statistics;

/// <summary>Watches a stream, one value at a time, for a change of what it is drawn from.</summary>
/// <remarks>
/// Error streams have 1 for a wrong prediction and 0 for a right one, in every detector. After <see cref="DriftState.Drift"/> the next update starts
/// afresh by itself; what each detector then forgets, and its other conventions, stand in its own docs. Updates allocate nothing. Not thread-safe;
/// instances share nothing. To go on later exactly as if never interrupted, keep a detector's <c>Snapshot()</c>, which
/// is a record for JSON, and <c>Restore</c> it.
/// </remarks>
public interface IDriftDetector
{
    /// <summary>What was said after the last value; <see cref="DriftState.Stable"/> before the first.</summary>
    DriftState State { get; }

    /// <summary>Takes the next value of the stream.</summary>
    /// <returns>The new <see cref="State"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The value is NaN, infinite or outside of what the detector takes; the detector is then as it was before.</exception>
    DriftState Update(double value);

    /// <summary>Forgets all values, as if new.</summary>
    void Reset();
}
