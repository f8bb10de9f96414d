using System.Globalization;
using Hangfire;
using Hangfire.Common;
using Hangfire.Dashboard;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Names a stage's job in Hangfire's dashboard by what it works on, such as <c>lifecycle-0001 tune#0, trial 3</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StageJobNameAttribute() : JobDisplayNameAttribute("{0} {1}")
{
    /// <inheritdoc/>
    public override string Format(DashboardContext context, Job job)
    {
        string execution = (string)job.Args[1];
        string trial = job.Args[2] is { } ordinal ? string.Create(CultureInfo.InvariantCulture, $", trial {ordinal}") : "";
        return $"{job.Args[0]} {execution[(execution.LastIndexOf(':') + 1)..]}{trial}";
    }
}
