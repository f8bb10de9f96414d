using System.Diagnostics;

namespace MlopsSandbox.Benchmarks;

/// <summary>This program once more, as a process of its own that is told and tells by lines.</summary>
internal static class SameProgram
{
    public static Process Start(params string[] arguments)
    {
        var program = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(program, isHost ? [typeof(SameProgram).Assembly.Location, .. arguments] : arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
    }
}
