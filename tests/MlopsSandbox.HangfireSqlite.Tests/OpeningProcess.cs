using System.Diagnostics;

namespace MlopsSandbox.HangfireSqlite.Tests;

/// <summary>A process that opens a database as a user without privileges and prints what comes of it: root may write anywhere.</summary>
internal static class OpeningProcess
{
    /// <summary>First argument of the test assembly when it is to be this process.</summary>
    public const string Word = "open";

    public const string Opened = "opened";

    private const string Unprivileged = "nobody";

    /// <summary>Why no user without privileges can be had here; null when one can.</summary>
    public static string? Missing => Environment.IsPrivilegedProcess && !File.Exists("/usr/sbin/runuser") && !File.Exists("/sbin/runuser")
        ? "This runs as root and there is no runuser to become somebody else."
        : null;

    public static string Print(string databaseFile)
    {
        string[] program = [ChildProcess.DotnetHost, typeof(OpeningProcess).Assembly.Location, Word, databaseFile];
        string[] command = Environment.IsPrivilegedProcess ? ["runuser", "-u", Unprivileged, "--", .. program] : program;
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var printed = process.StandardOutput.ReadToEnd().TrimEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error.Result);
        return printed;
    }

    /// <summary>What the child process does.</summary>
    internal static int Run(string[] arguments)
    {
        try
        {
            using var storage = new SqliteStorage(arguments[0]);
            storage.Enqueue(1);
            Console.WriteLine(Opened);
        }
        catch (SqliteStorageException refusal)
        {
            Console.WriteLine(refusal.Message);
        }
        return 0;
    }
}
