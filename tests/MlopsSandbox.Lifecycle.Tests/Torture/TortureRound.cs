using System.Diagnostics;
using System.Globalization;
using MlopsSandbox.Lifecycle.Tests.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>One run in a home of its own, whose processes are killed and restarted until it has ended.</summary>
internal sealed class TortureRound : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly TemporaryFolder _folder = new();
    private readonly HashSet<int> _killed = [];
    private int _started;

    /// <summary>The home.</summary>
    private string Home => Path.Combine(_folder.Path, "home");

    public void Dispose() => _folder.Dispose();

    /// <summary>The run with nobody killed.</summary>
    public static Ending Undisturbed()
    {
        using TortureRound round = new();
        round.Live(until: null);
        return round.End();
    }

    /// <summary>The run with its processes killed at random moments.</summary>
    /// <param name="random">Decides on the moments.</param>
    /// <param name="atMost">Kills.</param>
    public static Ending Tortured(Random random, int atMost)
    {
        using TortureRound round = new();
        while (round._killed.Count < atMost)
            if (!round.Live(Moment.Next(random))) return round.End();
        round.Live(until: null);
        return round.End();
    }

    // True when it had to be killed.
    private bool Live(Moment? until)
    {
        int number = ++_started;
        using Process process = Start(number);
        try
        {
            if (process.StandardOutput.ReadLine() != TorturedProcess.Up) throw new InvalidOperationException($"process {number} did not come up: {process.StandardError.ReadToEnd()}");
            for (int told = 0; told < until?.Told && process.StandardOutput.ReadLine() is not null; told++) { }
            if (process.WaitForExit(until is null ? Patience : TimeSpan.FromMilliseconds(until.Milliseconds))) return Ended(process, number);
            if (until is null) throw new InvalidOperationException($"process {number} was not done after {Patience}.");
            _killed.Add(number);
            return true;
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static bool Ended(Process process, int number) => process.ExitCode == 0
        ? false
        : throw new InvalidOperationException($"process {number} ended with {process.ExitCode}: {process.StandardError.ReadToEnd()}");

    private Process Start(int number) => Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
    {
        ArgumentList = { typeof(TortureRound).Assembly.Location, TorturedProcess.Word, Home, _folder.Path, number.ToString(CultureInfo.InvariantCulture) },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private Ending End() => new(Remembered.In(Home), ToldLog.ReadAll(_folder.Path), _killed);
}
