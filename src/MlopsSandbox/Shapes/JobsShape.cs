namespace MlopsSandbox.Shapes;

/// <summary>How many Hangfire jobs a home has in each state.</summary>
internal sealed record JobsShape(string File, long Enqueued, long Processing, long Scheduled, long Awaiting, long Succeeded, long Failed, long Deleted);

/// <summary>What a check of the jobs' database found; sound when there is no problem.</summary>
internal sealed record JobsCheckShape(string File, IReadOnlyList<string> Problems);

/// <summary>A copy of the jobs' database.</summary>
internal sealed record JobsBackupShape(string File, long Bytes);
