namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>The test assembly started as a program: a process for a test to kill or to stop.</summary>
internal static class Program
{
    public static int Main(string[] arguments) => arguments switch
    {
        [HangingProcess.Word, .. var rest] => HangingProcess.Run(rest),
        [OpeningProcess.Word, .. var rest] => OpeningProcess.Run(rest),
        _ => throw new ArgumentException($"'{string.Join(' ', arguments)}' is nothing that this program does."),
    };
}
