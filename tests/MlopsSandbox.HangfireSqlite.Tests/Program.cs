using MlopsSandbox.HangfireSqlite.Tests.Torture;

namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>The test assembly started as a program: a process for a test to kill or to stop, or the torture of <c>tests/torture</c>.</summary>
internal static class Program
{
    public static int Main(string[] arguments) => arguments switch
    {
        [TortureWorker.Word, .. var rest] => TortureWorker.Run(rest),
        [TortureCommand.Word, .. var rest] => TortureCommand.Run(rest),
        [HangingProcess.Word, .. var rest] => HangingProcess.Run(rest),
        [LockingProcess.Word, .. var rest] => LockingProcess.Run(rest),
        [OpeningProcess.Word, .. var rest] => OpeningProcess.Run(rest),
        _ => throw new ArgumentException($"'{string.Join(' ', arguments)}' is nothing that this program does."),
    };
}
