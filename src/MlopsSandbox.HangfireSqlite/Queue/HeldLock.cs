namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>A distributed lock in the hands of one connection.</summary>
internal readonly record struct HeldLock(string Resource, string Holder);
