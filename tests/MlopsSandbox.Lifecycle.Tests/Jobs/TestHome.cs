using MlopsSandbox.Lifecycle.Jobs;
using MlopsSandbox.Lifecycle.Monitor.Alerts;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

/// <summary>A home that several processes of a test share, with the queue between them.</summary>
internal sealed class TestHome : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<TestProcess> _processes = [];

    public string Path => _folder.Path;
    public FakeStages Stages { get; } = new();
    public RecordedJobs Jobs { get; } = new();

    public TestProcess NewProcess(TimeProvider? time = null, StageTypes? stages = null, AlertSettings? alerts = null)
    {
        TestProcess process = new(Path, stages ?? Stages.Types, Jobs, time, alerts);
        _processes.Add(process);
        return process;
    }

    public void Dispose()
    {
        foreach (TestProcess process in _processes) process.Dispose();
        _folder.Dispose();
    }
}
