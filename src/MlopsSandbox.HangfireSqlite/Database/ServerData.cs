namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>What a server says of itself, as JSON in its row.</summary>
internal sealed record ServerData(int WorkerCount, string[] Queues, DateTime StartedAt);
