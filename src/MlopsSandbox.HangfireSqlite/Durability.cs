namespace MlopsSandbox.HangfireSqlite;

/// <summary>What a committed transaction survives.</summary>
public enum Durability
{
    /// <summary>The death of the process (<c>kill -9</c>), not of the machine: SQLite's <c>synchronous=NORMAL</c>.</summary>
    Process,
    /// <summary>A power cut too: SQLite's <c>synchronous=FULL</c>, one flush to the disk for every commit.</summary>
    Power,
}
