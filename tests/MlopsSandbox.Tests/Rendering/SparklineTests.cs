using MlopsSandbox.Rendering;

namespace MlopsSandbox.Tests.Rendering;

public class SparklineTests
{
    [Fact]
    public void Of_FiguresInAndOutOfRange_ClampsAndMarksTheUnknown() => Assert.Equal("▁▅█·█", Sparkline.Of([-1, 0.5, 1, null, 7], 0, 1, isUnicode: true));

    [Fact]
    public void Of_PlainTerminal_UsesPlainCharacters() => Assert.Equal("_o@", Sparkline.Of([0, 0.5, 1], 0, 1, isUnicode: false));
}
