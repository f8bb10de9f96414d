using MlopsSandbox.Rendering;

namespace MlopsSandbox.Tests.Rendering;

public class FiguresTests
{
    [Theory]
    [InlineData(0, "< 1 ms")]
    [InlineData(0.00042, "420 µs")]
    [InlineData(0.0123, "12 ms")]
    [InlineData(0.9996, "1.00 s")]
    [InlineData(12.345, "12.35 s")]
    [InlineData(125, "2 min 5 s")]
    public void Duration_Seconds_HasTheUnitThatReadsBest(double seconds, string expected) => Assert.Equal(expected, Figures.Duration(seconds));

    [Fact]
    public void Measure_Unknown_IsADash() => Assert.Equal("–", Figures.Measure(null));

    [Theory]    // rounded up, as nobody minds to be early
    [InlineData(0.2, "1 s")]
    [InlineData(4.1, "5 s")]
    [InlineData(31, "40 s")]
    [InlineData(61, "2 min")]
    [InlineData(5401, "2 h")]
    public void Rough_IsNoFinerThanAnEstimateCanBe(double seconds, string expected) => Assert.Equal(expected, Figures.Rough(TimeSpan.FromSeconds(seconds)));
}
