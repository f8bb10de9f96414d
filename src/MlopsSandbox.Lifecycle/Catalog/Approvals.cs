using MlopsSandbox.Workflows.Runner;

namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>What runs ask people, and what they decided.</summary>
public sealed class Approvals
{
    private readonly Session _session;
    private readonly DateTimeOffset _now;

    internal Approvals(Session session, DateTimeOffset now) => (_session, _now) = (session, now);

    /// <summary>What a run asked, in order of asking.</summary>
    public IReadOnlyList<ApprovalRow> Of(string runId) => _session.Query($"SELECT * FROM approvals WHERE run_id = {runId} ORDER BY position", Read);

    /// <summary>What nobody has decided yet, in all runs, in order of asking.</summary>
    public IReadOnlyList<ApprovalRow> Pending() => _session.Query($"SELECT * FROM approvals WHERE status = 'pending' ORDER BY position", Read);

    /// <summary>What was asked last in all runs, decided or not, the newest first.</summary>
    /// <param name="most">How many at most, from 1.</param>
    public IReadOnlyList<ApprovalRow> Newest(int most) => _session.Query($"SELECT * FROM approvals ORDER BY position DESC LIMIT {most}", Read);

    // A run that is retried may ask again what it had withdrawn.
    internal void Ask(string runId, AskApproval question) => _session.Execute($"""
        INSERT INTO approvals (run_id, execution_id, position, activity_id, title, message, status, asked_at)
        VALUES ({runId}, {question.ExecutionId}, {_session.Next("position")}, {question.ActivityId}, {question.Title}, {question.Message},
            {ApprovalStatus.Pending}, {_now})
        ON CONFLICT (run_id, execution_id) DO UPDATE SET status = excluded.status, title = excluded.title, message = excluded.message,
            asked_at = excluded.asked_at, decided_by = NULL, reason = NULL, decided_at = NULL
        """);

    /// <summary>Keeps a decision, once.</summary>
    /// <returns>False when it was decided or withdrawn before.</returns>
    internal bool Decide(ApprovalRow question, ApprovalStatus decision, string by, string reason) => _session.Execute($"""
        UPDATE approvals SET status = {decision}, decided_by = {by}, reason = {reason}, decided_at = {_now}
        WHERE run_id = {question.RunId} AND execution_id = {question.ExecutionId} AND status = 'pending'
        """) == 1;

    /// <summary>An execution no longer asks.</summary>
    internal void Withdraw(string runId, string executionId) => _session.Execute($"""
        UPDATE approvals SET status = {ApprovalStatus.Withdrawn}, decided_at = {_now}
        WHERE run_id = {runId} AND execution_id = {executionId} AND status = 'pending'
        """);

    private static ApprovalRow Read(Row row) => new()
    {
        ActivityId = row.Text("activity_id"),
        Title = row.Text("title"),
        Message = row.TextOrNull("message"),
        Status = row.Word<ApprovalStatus>("status"),
        AskedAt = row.Time("asked_at"),
        By = row.TextOrNull("decided_by"),
        Reason = row.TextOrNull("reason"),
        DecidedAt = row.TimeOrNull("decided_at"),
        RunId = row.Text("run_id"),
        ExecutionId = row.Text("execution_id"),
    };
}
