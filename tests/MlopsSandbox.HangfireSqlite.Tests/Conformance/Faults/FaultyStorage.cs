using Hangfire;
using Hangfire.Server;
using Hangfire.Storage;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance.Faults;

/// <summary>A sound storage with one planted fault; with none, it does all that the sound one does.</summary>
internal sealed class FaultyStorage(JobStorage sound, Fault fault) : JobStorage
{
    public override bool LinearizableReads => sound.LinearizableReads;

    public override IStorageConnection GetConnection() => new FaultyConnection((JobStorageConnection)sound.GetConnection(), fault);

    public override IMonitoringApi GetMonitoringApi() => new FaultyMonitor((JobStorageMonitor)sound.GetMonitoringApi(), fault);

    public override IEnumerable<IBackgroundProcess> GetStorageWideProcesses() => sound.GetStorageWideProcesses();

    public override bool HasFeature(string featureId) =>
        sound.HasFeature(featureId) || featureId == JobStorageFeatures.Transaction.RemoveFromQueue(typeof(FaultyFetchedJob));

    public override string ToString() => $"{sound} with {fault}";
}
