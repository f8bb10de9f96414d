using System.Diagnostics;
using MlopsSandbox.Lifecycle.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace MlopsSandbox.Lifecycle.Tests.Telemetry;

/// <summary>A <c>telemetry.db</c> and an activity source of a test's own, and processes that write to it.</summary>
internal sealed class TelemetryFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("telemetry-").FullName;
    private readonly List<IDisposable> _open = [];

    public TelemetryFile() => Source = new ActivitySource($"test-{Path.GetFileName(_folder)}");

    public ActivitySource Source { get; }
    public string File => Path.Combine(_folder, "telemetry.db");

    /// <summary>OpenTelemetry as a process with this token would set it up, for the spans of this test's own source.</summary>
    public TracerProvider Process(string owner) => Listening(owner, Source.Name);

    /// <summary>The same for the library's spans too. Other tests emit such at the same time: ask for a trace, and not for all there is.</summary>
    public TracerProvider LibraryProcess(string owner) => Listening(owner, TelemetryNames.Source, Source.Name);

    private TracerProvider Listening(string owner, params string[] sources)
    {
        var provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(sources)
            .AddProcessor(new TelemetryProcessor(File, owner))
            .Build();
        _open.Add(provider);
        return provider;
    }

    public TelemetryReader Reader()
    {
        var reader = new TelemetryReader(File);
        _open.Add(reader);
        return reader;
    }

    public SpanClosing Closing()
    {
        var closing = new SpanClosing(File);
        _open.Add(closing);
        return closing;
    }

    public void Dispose()
    {
        foreach (var open in _open) open.Dispose();
        Source.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
