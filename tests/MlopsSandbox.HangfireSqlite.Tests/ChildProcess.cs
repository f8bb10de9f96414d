using System.Diagnostics;

namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>This assembly as a process of its own; see <see cref="Program"/>.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;

    /// <param name="number">What the test calls it.</param>
    /// <param name="arguments">The first says what the process does.</param>
    public ChildProcess(int number, params string[] arguments)
    {
        Number = number;
        _process = Process.Start(new ProcessStartInfo(DotnetHost, [typeof(ChildProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public static string DotnetHost => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    public int Number { get; }

    /// <summary>The next line that it prints.</summary>
    public string? ReadLine() => _process.StandardOutput.ReadLine();

    public void WriteLine(string line) => _process.StandardInput.WriteLine(line);

    /// <summary><c>kill -9</c>.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Stops it where it stands (SIGSTOP), or lets it go on (SIGCONT).</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
        Assert.Equal(0, kill.ExitCode);
    }

    /// <summary>Ends its standard input, upon which it ends; returns its exit code, or -1 when it had to be killed.</summary>
    public int End()
    {
        _process.StandardInput.Close();
        if (_process.WaitForExit(StorageOfATest.Patience)) return _process.ExitCode;
        Kill();
        return -1;
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
    }
}
