using System.Diagnostics;

namespace MlopsSandbox.EndToEnd;

public sealed class NativeLibraryTests
{
    [HiddenLibraryFact]
    public async Task Walkthrough_WithoutLibgomp_SaysWhatToInstallAndLeavesNothing()
    {
        using Home home = new();
        string hide = string.Join(" && ", HiddenLibraryFactAttribute.Libraries.Select(library => $"mount --bind /dev/null {library}"));
        ProcessStartInfo start = new("unshare", ["-m", "sh", "-c", $"{hide} && exec dotnet '{Path.Combine(AppContext.BaseDirectory, "mlops.dll")}' walkthrough"])
        {
            WorkingDirectory = home.Folder,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process program = Process.Start(start)!;
        Task<string> output = program.StandardOutput.ReadToEndAsync();
        string errors = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();

        Assert.Equal(1, program.ExitCode);
        Assert.Empty(await output);
        Assert.Equal(
            "mlops: error: LightGBM cannot be loaded: libgomp.so.1 (GNU OpenMP) is not installed; the trainer lightgbm needs it. Install it, on Debian and Ubuntu with: apt-get install libgomp1\n",
            errors);
        Assert.Empty(Directory.GetFileSystemEntries(home.Folder));
    }
}
