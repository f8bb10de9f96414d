using MlopsSandbox.Lifecycle.Train;

namespace MlopsSandbox.Lifecycle.Tests.Train;

public sealed class NativeLibrariesTests
{
    [Fact]
    public void Check_ThisMachine_LoadsLightGbm() => NativeLibraries.Check();

    [Fact]
    public void Check_NoOpenMp_SaysWhatToInstall() => Assert.Equal(
        "LightGBM cannot be loaded: libgomp.so.1 (GNU OpenMP) is not installed; the trainer lightgbm needs it. Install it, on Debian and Ubuntu with: apt-get install libgomp1",
        Assert.Throws<NativeLibraryException>(() => NativeLibraries.Check(_ => false, isLinux: true, "linux-x64")).Message);

    [Fact]
    public void Check_OtherPlatform_SaysWhichThereAre() => Assert.StartsWith(
        "LightGBM cannot be loaded on linux-arm64: its package has native libraries for linux-x64, osx-x64 and win-x64.",
        Assert.Throws<NativeLibraryException>(() => NativeLibraries.Check(library => library == "libgomp.so.1", isLinux: true, "linux-arm64")).Message,
        StringComparison.Ordinal);
}
