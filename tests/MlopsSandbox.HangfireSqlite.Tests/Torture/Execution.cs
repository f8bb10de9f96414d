namespace MlopsSandbox.HangfireSqlite.Tests.Torture;

/// <summary>One run of one job, as the worker process wrote it down. Times are ticks of the machine's monotonic clock.</summary>
/// <param name="Job">The job's id.</param>
/// <param name="Process">Which process ran it; a restarted one has a number of its own.</param>
/// <param name="Worker">Which of its worker threads.</param>
/// <param name="Begin">When it began.</param>
/// <param name="End">When it ended; null when it never did.</param>
internal sealed record Execution(string Job, int Process, int Worker, long Begin, long? End);

/// <summary>A process that was killed, and when the signal was about to be sent.</summary>
internal sealed record Kill(int Process, long At);
