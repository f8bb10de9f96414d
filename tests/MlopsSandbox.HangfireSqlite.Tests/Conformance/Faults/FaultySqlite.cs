using Hangfire;
using MlopsSandbox.HangfireConformance;

namespace MlopsSandbox.HangfireSqlite.Tests.Conformance.Faults;

/// <summary>Our storage with a planted fault. It waits less long for what will never come.</summary>
internal sealed class FaultySqlite(Fault fault) : StorageKind
{
    private readonly OurSqlite _sound = new();

    public override string Name => $"{_sound.Name} with {fault}";

    public override StorageUnderTest Create() => new Faulty(_sound.Create(), fault);

    private sealed class Faulty(StorageUnderTest sound, Fault fault) : StorageUnderTest
    {
        public override JobStorage Storage { get; } = new FaultyStorage(sound.Storage, fault);

        public override JobStorage Neighbour => new FaultyStorage(sound.Neighbour, fault);

        public override TimeSpan Patience => fault == Fault.None ? sound.Patience : TimeSpan.FromSeconds(2);

        public override void Elapse(TimeSpan time) => sound.Elapse(time);

        public override void Dispose() => sound.Dispose();
    }
}
