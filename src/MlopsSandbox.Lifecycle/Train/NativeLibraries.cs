using System.Runtime.InteropServices;
using Microsoft.ML.Trainers.LightGbm;

namespace MlopsSandbox.Lifecycle.Train;

/// <summary>What LightGBM needs of the machine.</summary>
public static class NativeLibraries
{
    private const string LightGbm = "lib_lightgbm", OpenMp = "libgomp.so.1";

    /// <summary>Tries to load LightGBM's native library; to be called before anything is written, as a run would fail in its middle without it.</summary>
    /// <exception cref="NativeLibraryException">It cannot be loaded; the message says what to install.</exception>
    public static void Check() => Check(CanLoad, OperatingSystem.IsLinux(), RuntimeInformation.RuntimeIdentifier);

    internal static void Check(Func<string, bool> canLoad, bool isLinux, string platform)
    {
        if (canLoad(LightGbm)) return;
        if (isLinux && !canLoad(OpenMp))
        {
            throw new NativeLibraryException(
                $"LightGBM cannot be loaded: {OpenMp} (GNU OpenMP) is not installed; the trainer lightgbm needs it. Install it, on Debian and Ubuntu with: apt-get install libgomp1");
        }

        throw new NativeLibraryException(
            $"LightGBM cannot be loaded on {platform}: its package has native libraries for linux-x64, osx-x64 and win-x64. Run on one of these, such as in the Docker image for linux/amd64.");
    }

    // The package puts the library below runtimes/<platform>/native, where the runtime looks on behalf of the assembly that imports it.
    private static bool CanLoad(string library) => NativeLibrary.TryLoad(library, typeof(LightGbmBinaryTrainer).Assembly, searchPath: null, out _);
}
