using MlopsSandbox.Lifecycle.Catalog;
using MlopsSandbox.Lifecycle.Jobs;

namespace MlopsSandbox.Lifecycle.Tests.Jobs;

public sealed class ScheduleFiringTests : IDisposable
{
    private readonly TestHome _home = new();
    private readonly ManualTime _time = new();    // 2026-11-01 12:00:00
    private readonly TestProcess _process;

    public ScheduleFiringTests() => _process = _home.NewProcess(_time);

    public void Dispose() => _home.Dispose();

    [Fact]
    public void FireDue_Cron_StartsARunAtEachDueTime()
    {
        _process.Knows(Cron("0 0 * * * *"));
        Assert.Equal(_time.Now.AddHours(1), _process.Bridge.Schedules.FireDue());
        Assert.Empty(Runs());
        _time.Now = _time.Now.AddHours(1);
        Assert.Equal(_time.Now.AddHours(1), _process.Bridge.Schedules.FireDue());
        _process.Bridge.Schedules.FireDue();
        RunRow run = Assert.Single(Runs());
        Assert.Equal((new RunCause("schedule", null), _time.Now, RunStatus.Succeeded), (run.Cause, run.SimulatedAt, run.Status));
        Assert.Equal(["cron", "say"], _process.Show(run.Id).Journal!.Select(line => line.ActivityId));
    }

    [Fact]
    public void FireDue_ByManyProcessesAtOnce_StartsEachDueTimeOnce()
    {
        TestProcess[] processes = [_process, _home.NewProcess(_time), _home.NewProcess(_time)];
        foreach (TestProcess process in processes) process.Knows(Cron("0 0 * * * *")).Bridge.Schedules.FireDue();
        for (int hour = 0; hour < 10; hour++)
        {
            _time.Now = _time.Now.AddHours(1);
            processes.AsParallel().WithDegreeOfParallelism(3).ForAll(process => process.Bridge.Schedules.FireDue());
        }
        Assert.Equal(10, Runs().Count);
    }

    [Fact]
    public void FireDue_AfterNobodyServedForDays_MakesUpByOneRun()
    {
        _process.Knows(Cron("0 0 * * * *")).Bridge.Schedules.FireDue();
        _process.Die();
        _time.Now = _time.Now.AddDays(3).AddMinutes(30);
        TestProcess later = _home.NewProcess(_time).Knows(Cron("0 0 * * * *"));
        Assert.Equal(_time.Now.AddMinutes(30), later.Bridge.Schedules.FireDue());
        later.Bridge.Schedules.FireDue();
        Assert.Single(Runs());
    }

    [Fact]
    public void FireDue_ScheduleWasChanged_CountsFromNow()
    {
        _process.Knows(Cron("0 0 * * * *")).Bridge.Schedules.FireDue();
        _time.Now = _time.Now.AddMinutes(90);
        Assert.Equal(_time.Now.AddMinutes(30).AddHours(4), _process.Knows(Cron("0 0 18 * * *")).Bridge.Schedules.FireDue());
        Assert.Empty(Runs());
    }

    [Fact]
    public void FireDue_Timer_StartsARunEachInterval()
    {
        _process.Knows(new Flow("timed").Trigger("tick", "Elsa.Timer", "interval", "00:10:00"));
        _process.Bridge.Schedules.FireDue();
        for (int minute = 0; minute < 60; minute++)
        {
            _time.Now = _time.Now.AddMinutes(1);
            _process.Bridge.Schedules.FireDue();
        }
        Assert.Equal(6, Runs().Count);
    }

    [Fact]
    public void FireDue_StartAtInThePast_StartsOneRun()
    {
        _process.Knows(new Flow("timed").Trigger("then", "Elsa.StartAt", "dateTime", "2026-10-01T00:00:00Z"));
        Assert.Null(_process.Bridge.Schedules.FireDue());
        Assert.Null(_process.Bridge.Schedules.FireDue());
        Assert.Single(Runs());
    }

    [Fact]
    public void FireDue_ScenarioIsMissing_IsToldAndTheNextTimeIsTriedAgain()
    {
        _process.Knows(new Flow("broken").Trigger("cron", "Elsa.Cron", "cronExpression", "0 0 * * * *").Scenario("say", "no-such-scenario").Arrows("cron>say"));
        _process.Bridge.Schedules.FireDue();
        _time.Now = _time.Now.AddHours(1);
        Assert.Equal(_time.Now.AddHours(1), _process.Bridge.Schedules.FireDue());
        Assert.Empty(Runs());
        Assert.StartsWith("workflow 'broken' was due and not started: ", Assert.Single(_process.Warnings), StringComparison.Ordinal);
    }

    private IReadOnlyList<RunRow> Runs() => _process.Catalog.Read(tx => tx.Runs.All());

    private static Flow Cron(string expression) => new Flow("timed").Trigger("cron", "Elsa.Cron", "cronExpression", expression).Line("say", "done").Arrows("cron>say");
}
