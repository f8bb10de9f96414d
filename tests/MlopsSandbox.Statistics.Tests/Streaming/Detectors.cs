using System.Text.Json;

namespace MlopsSandbox.Statistics.Tests.Streaming;

/// <summary>One of each detector, in each of its forms.</summary>
/// <param name="Name">What tells it apart.</param>
/// <param name="Create">A new one, with settings that let it find changes within some hundred items.</param>
/// <param name="Save">Its snapshot as JSON.</param>
/// <param name="Load">A detector from that.</param>
internal sealed record Detectors(string Name, Func<IDriftDetector> Create, Func<IDriftDetector, string> Save, Func<string, IDriftDetector> Load)
{
    public static IReadOnlyList<Detectors> All { get; } =
    [
        Of("adwin", () => new Adwin(), d => d.Snapshot(), Adwin.Restore),
        Of("adwin, each item", () => new Adwin(new() { Clock = 1, Buckets = 3 }), d => d.Snapshot(), Adwin.Restore),
        Of("cusum", () => new Cusum(new() { Threshold = 15, TwoSided = true }), d => d.Snapshot(), Cusum.Restore),
        Of("ddm", () => new Ddm(), d => d.Snapshot(), Ddm.Restore),
        Of("ecdd", () => new Ecdd(), d => d.Snapshot(), Ecdd.Restore),
        Of("eddm", () => new Eddm(), d => d.Snapshot(), Eddm.Restore),
        Of("fhddm", () => new Fhddm(), d => d.Snapshot(), Fhddm.Restore),
        Of("hddm-a", () => new HddmA(new() { TwoSided = true }), d => d.Snapshot(), HddmA.Restore),
        Of("hddm-w", () => new HddmW(new() { TwoSided = true }), d => d.Snapshot(), HddmW.Restore),
        Of("kswin", () => new Kswin(new SeededRandom(1)), d => d.Snapshot(), Kswin.Restore),
        Of("page-hinkley, clamped", () => new PageHinkley(new() { Threshold = 20 }), d => d.Snapshot(), PageHinkley.Restore),
        Of("page-hinkley, plain", () => new PageHinkley(new() { Form = PageHinkleyForm.Plain, Threshold = 20 }), d => d.Snapshot(), PageHinkley.Restore),
        Of("rddm", () => new Rddm(new() { LargestConcept = 500, StableConcept = 300, WarningLimit = 50 }), d => d.Snapshot(), Rddm.Restore),
        Of("stepd", () => new Stepd(), d => d.Snapshot(), Stepd.Restore),
    ];

    public static Detectors Named(string name) => All.Single(detector => detector.Name == name);

    private static Detectors Of<TDetector, TSnapshot>(string name, Func<TDetector> create, Func<TDetector, TSnapshot> snapshot, Func<TSnapshot, TDetector> restore)
        where TDetector : IDriftDetector => new(
            name, () => create(), detector => JsonSerializer.Serialize(snapshot((TDetector)detector)), json => restore(JsonSerializer.Deserialize<TSnapshot>(json)!));
}
