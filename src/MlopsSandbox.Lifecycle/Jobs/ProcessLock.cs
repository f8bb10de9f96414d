using System.Globalization;
using MlopsSandbox.Lifecycle.Catalog;

namespace MlopsSandbox.Lifecycle.Jobs;

/// <summary>Shows other processes that this one lives.</summary>
/// <remarks>It is a file in <c>locks/</c> of the home, which the operating system keeps locked until the process ends, however it ends.</remarks>
public sealed class ProcessLock : IDisposable
{
    // Another process that looks for dead ones may have a new file locked for a moment.
    private const int MaximumAttempts = 20;
    private readonly string _folder;
    private readonly FileStream _file;

    private ProcessLock(string folder, string owner, FileStream file) => (_folder, Owner, _file) = (folder, owner, file);

    /// <summary>This process's name for leases.</summary>
    public string Owner { get; }

    /// <summary>Locks a new file.</summary>
    /// <exception cref="HomeException">The folder of locks cannot be written.</exception>
    public static ProcessLock Take(string home)
    {
        string folder = Directory.CreateDirectory(Path.Combine(home, "locks")).FullName;
        for (int attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            string owner = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{Path.GetRandomFileName()[..8]}");
            if (TryLock(PathOf(folder, owner), FileMode.CreateNew) is { } file) return new ProcessLock(folder, owner, file);
        }
        throw new HomeException($"home {home}: no file in {folder} can be made and locked; expected a writable folder on a disk with room. Choose another --home.");
    }

    /// <summary>True while the process of that name lives.</summary>
    public bool IsAlive(string owner)
    {
        if (owner == Owner) return true;
        try
        {
            using FileStream? file = TryLock(PathOf(_folder, owner), FileMode.Open);
            return file is null;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Removes the files of processes that are dead.</summary>
    public void RemoveDead()
    {
        foreach (string path in Directory.EnumerateFiles(_folder, "*.lock"))
            if (!IsAlive(Path.GetFileNameWithoutExtension(path))) File.Delete(path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(_file.Name);
        _file.Dispose();
    }

    private static string PathOf(string folder, string owner) => Path.Combine(folder, $"{owner}.lock");

    // Null when another has it locked.
    private static FileStream? TryLock(string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException cause) when (cause is not (FileNotFoundException or DirectoryNotFoundException))
        {
            return null;
        }
    }
}
