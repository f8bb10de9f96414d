using MlopsSandbox.Lifecycle.Tests.Jobs;
using MlopsSandbox.Lifecycle.Tests.Torture;

namespace MlopsSandbox.Lifecycle.Tests;

/// <summary>The test assembly started as a program: a process for a test to kill, or the torture of <c>tests/torture-workflows</c>.</summary>
internal static class Program
{
    public static Task<int> Main(string[] arguments) => arguments switch
    {
        [KilledProcess.Word, .. var rest] => KilledProcess.Run(rest),
        [TorturedProcess.Word, .. var rest] => TorturedProcess.Run(rest),
        [TortureCommand.Word, .. var rest] => Task.FromResult(TortureCommand.Run(rest)),
        _ => throw new ArgumentException($"'{string.Join(' ', arguments)}' is nothing that this program does."),
    };
}
