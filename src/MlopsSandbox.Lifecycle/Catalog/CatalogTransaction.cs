namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The catalog within one transaction, by noun. Valid only in the call that it was handed to.</summary>
public sealed class CatalogTransaction
{
    internal CatalogTransaction(Session session, DateTimeOffset now)
    {
        Now = now;
        Executions = new StageExecutions(session, now);
        Claims = new Claims(session, now);
        Outbox = new Outbox(session, now);
        Definitions = new Definitions(session, now);
        Approvals = new Approvals(session, now);
        Incidents = new Incidents(session, now);
        Timers = new Timers(session, now);
        EventWaits = new EventWaits(session);
        Tasks = new Tasks(session, now);
        Schedules = new Schedules(session, now);
        Waits waits = new(Timers, EventWaits, Tasks);
        Instances = new Instances(session, Executions, Outbox, Approvals, Incidents, waits);
        Marks = new RunMarks(session, now);
        Turns = new Turns(session);
        Runs = new Runs(session, Executions, Approvals, Incidents, waits, Marks, Turns, now);
        Stories = new Stories(session, now);
        Requests = new Requests(session);
        Calls = new Calls(session);
        Deployments = new Deployments(session, now);
        Models = new Models(session, Deployments, now);
        DriftReports = new DriftReports(session);
        Policies = new RetrainPolicies(session, now);
        Notifications = new Notifications(session, now);
        Alerts = new Alerts(session, Deployments, Notifications, now);
        AlertTracks = new AlertTracks(session);
        Silences = new Silences(session, now);
        Datasets = new Datasets(session, now);
        Lineage = new Lineage(session, now);
    }

    /// <summary>Wall time of the transaction.</summary>
    public DateTimeOffset Now { get; }
    /// <summary>The runs and their stages.</summary>
    public Runs Runs { get; }
    /// <summary>Tags and notes of runs.</summary>
    public RunMarks Marks { get; }
    /// <summary>What runs ask people.</summary>
    public Approvals Approvals { get; }
    /// <summary>What runs wait for in time.</summary>
    public Timers Timers { get; }
    /// <summary>The events that runs wait for.</summary>
    public EventWaits EventWaits { get; }
    /// <summary>The tasks that runs ask to be done outside.</summary>
    public Tasks Tasks { get; }
    /// <summary>The stories and their simulated clocks.</summary>
    public Stories Stories { get; }
    /// <summary>What endpoints answered.</summary>
    public Requests Requests { get; }
    /// <summary>Predictions that people and programs asked for.</summary>
    public Calls Calls { get; }
    /// <summary>The registry.</summary>
    public Models Models { get; }
    /// <summary>What endpoints serve.</summary>
    public Deployments Deployments { get; }
    /// <summary>Drift reports and retrain decisions.</summary>
    public DriftReports DriftReports { get; }
    /// <summary>Retrain policies that people set.</summary>
    public RetrainPolicies Policies { get; }
    /// <summary>What checks raised, and who took it up.</summary>
    public Alerts Alerts { get; }
    /// <summary>Alerts that nobody is told of for a while.</summary>
    public Silences Silences { get; }
    /// <summary>The workflow definitions that runs are pinned to, and those that were replaced.</summary>
    public Definitions Definitions { get; }
    /// <summary>Dataset versions.</summary>
    public Datasets Datasets { get; }
    /// <summary>Which execution was given and which made which artifact.</summary>
    public Lineage Lineage { get; }

    internal StageExecutions Executions { get; }
    internal Incidents Incidents { get; }
    internal Notifications Notifications { get; }
    internal AlertTracks AlertTracks { get; }
    internal Turns Turns { get; }
    internal Claims Claims { get; }
    internal Outbox Outbox { get; }
    internal Schedules Schedules { get; }
    internal Instances Instances { get; }
}
