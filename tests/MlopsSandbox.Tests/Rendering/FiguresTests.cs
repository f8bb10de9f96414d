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
    [InlineData(59.996, "1 min 0 s")]
    [InlineData(119.7, "2 min 0 s")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(3599.6, "1 h 0 min")]
    [InlineData(10800, "3 h 0 min")]
    [InlineData(0.0009996, "1 ms")]
    public void Duration_Seconds_HasTheUnitThatReadsBest(double seconds, string expected) => Assert.Equal(expected, Figures.Duration(seconds));

    [Theory]
    [InlineData(null, "–")]
    [InlineData(7043.0, "7,043")]
    [InlineData(0.81234567, "0.8123")]
    [InlineData(1234.56, "1,234.6")]
    public void Number_AnyValue_ReadsAsPeopleDo(double? value, string expected) => Assert.Equal(expected, Figures.Number(value));

    [Theory]
    [InlineData(0.8, 0.6, "0.8000", "0.6000")]
    [InlineData(0.80001, 0.80002, "0.80001", "0.80002")]
    [InlineData(4550, 4600, "4,550", "4,600")]
    [InlineData(4550.01, 4550.04, "4,550.01", "4,550.04")]
    [InlineData(0.5, 0.5, "0.5000", "0.5000")]
    [InlineData(1e-17, 2e-17, "1E-17", "2E-17")]
    public void Numbers_Two_ShowThatTheyAreNotTheSame(double one, double other, string told, string toldOther) => Assert.Equal((told, toldOther), Figures.Numbers(one, other));

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
