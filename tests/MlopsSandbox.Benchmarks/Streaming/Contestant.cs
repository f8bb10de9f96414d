using MlopsSandbox.Statistics;

namespace MlopsSandbox.Benchmarks.Streaming;

/// <summary>A detector with its defaults, and the updates a second that it must at least do.</summary>
internal sealed record Contestant(string Name, double Target, Func<IDriftDetector> Create)
{
    private const double Million = 1e6;

    public static IReadOnlyList<Contestant> All { get; } =
    [
        new("DDM", 50 * Million, () => new Ddm()),
        new("EDDM", 50 * Million, () => new Eddm()),
        new("RDDM", 50 * Million, () => new Rddm()),
        new("Page-Hinkley, clamped", 50 * Million, () => new PageHinkley()),
        new("Page-Hinkley, plain", 50 * Million, () => new PageHinkley(new() { Form = PageHinkleyForm.Plain })),
        new("CUSUM", 50 * Million, () => new Cusum()),
        new("CUSUM, two-sided", 50 * Million, () => new Cusum(new() { TwoSided = true })),
        new("FHDDM", 50 * Million, () => new Fhddm()),
        new("HDDM-A", 20 * Million, () => new HddmA()),
        new("HDDM-A, two-sided", 20 * Million, () => new HddmA(new() { TwoSided = true })),
        new("HDDM-W", 20 * Million, () => new HddmW()),
        new("HDDM-W, two-sided", 20 * Million, () => new HddmW(new() { TwoSided = true })),
        new("ECDD", 20 * Million, () => new Ecdd()),
        new("STEPD", 20 * Million, () => new Stepd()),
        new("ADWIN", 5 * Million, () => new Adwin()),
        new("KSWIN", 0, () => new Kswin(new SeededRandom(1))),
    ];
}
