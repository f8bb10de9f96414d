using System.Diagnostics;

namespace MlopsSandbox.HangfireSqlite.Tests.Database;

/// <summary>A real file system of eight megabytes, mounted for a test.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const string Size = "8m";

    private readonly string _ballast;

    public SmallDisk()
    {
        Folder = Directory.CreateTempSubdirectory("small-disk-").FullName;
        _ballast = Path.Combine(Folder, "ballast");
        Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", Folder));
    }

    public string Folder { get; }

    /// <summary>Why none can be had here; null when one can.</summary>
    public static string? Missing { get; } = Try();

    /// <summary>Leaves no byte free.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(_ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true) ballast.Write(new byte[4096]);
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    public void MakeRoom() => File.Delete(_ballast);

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return "Only root on Linux can mount a small file system.";
        var folder = Directory.CreateTempSubdirectory("small-disk-").FullName;
        var isMounted = Run("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", folder) == 0;
        if (isMounted) Run("umount", folder);
        Directory.Delete(folder);
        return isMounted ? null : "No file system can be mounted here, though this is root.";
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}

/// <summary>Runs where a <see cref="SmallDisk"/> can be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Missing;
}
