namespace MlopsSandbox.HangfireSqlite.Queue;

/// <summary>One fetch of one queue entry; no other fetch has the same <paramref name="Fetch"/>.</summary>
internal readonly record struct FetchedEntry(string Queue, long Number, long Fetch);
