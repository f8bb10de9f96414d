using System.Diagnostics;

namespace MlopsSandbox.EndToEnd;

/// <summary>A test that hides libgomp from one process in a mount namespace of its own, which root may make.</summary>
internal sealed class HiddenLibraryFactAttribute : FactAttribute
{
    public static string[] Libraries { get; } =
        [.. new[] { "/usr/lib", "/lib", "/usr/lib64" }.Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "libgomp.so.1", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }))
            .Select(file => new FileInfo(file).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file).Distinct()];

    public HiddenLibraryFactAttribute()
    {
        if (Libraries.Length == 0) Skip = "libgomp.so.1 is in none of the usual folders, so it cannot be hidden.";
        else if (!MayUnshare()) Skip = "a mount namespace cannot be made here, which hiding libgomp needs; run as root.";
    }

    private static bool MayUnshare()
    {
        try
        {
            using Process probe = Process.Start(new ProcessStartInfo("unshare", ["-m", "mount", "--bind", "/dev/null", Libraries[0]]) { RedirectStandardError = true })!;
            probe.WaitForExit();
            return probe.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
