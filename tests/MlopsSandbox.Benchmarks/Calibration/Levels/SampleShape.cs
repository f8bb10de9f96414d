using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Calibration;

/// <summary>How samples of a kind are drawn.</summary>
internal sealed record SampleShape<TSample>(string Name, Func<SeededRandom, int, TSample> Draw);
