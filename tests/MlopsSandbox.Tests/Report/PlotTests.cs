using System.Xml.Linq;
using MlopsSandbox.Report;

namespace MlopsSandbox.Tests.Report;

public sealed class PlotTests
{
    [Fact]
    public void DriftPlot_FeatureAboveItsThreshold_IsNamedAndTheOthersAreQuiet()
    {
        XElement drawing = Parsed(DriftPlot.Draw(SampleReport.Recovered.Drift, SampleReport.Recovered.Timeline, PlotSize.Wide(300)));

        string[] texts = [.. Of(drawing, "text").Select(text => text.Value)];
        Assert.Contains("monthly_charges", texts);
        Assert.Contains("contract", texts);
        Assert.DoesNotContain("tenure", texts);
        Assert.Contains("drift begins", texts);
        Assert.Equal(2, Of(drawing, "path").Count(path => path.Attribute("class")!.Value == "curve quiet"));
    }

    [Fact]
    public void DriftPlot_TrueDrift_StandsAtItsDay()
    {
        XElement drawing = Parsed(DriftPlot.Draw(SampleReport.Recovered.Drift, SampleReport.Recovered.Timeline, PlotSize.Wide(300)));

        XElement moment = Of(drawing, "line").Single(line => line.Attribute("class")!.Value == "moment true-drift");
        Assert.Equal("199.1", moment.Attribute("x1")!.Value);   // 44 + 8/26 · (720 − 172 − 44), by hand
    }

    [Fact]
    public void QualityPlot_WindowsBeforeDuringAfter_AreMarkedWithTheirValues()
    {
        XElement drawing = Parsed(QualityPlot.Draw(SampleReport.Recovered.Quality, SampleReport.Recovered.Timeline, PlotSize.Wide(300)));

        Assert.Equal(["before 0.842", "during 0.702", "after 0.836"], Of(drawing, "text").Where(text => text.Attribute("class")!.Value == "window-name").Select(text => text.Value));
        Assert.Equal(2, Of(drawing, "path").Count());
    }

    [Fact]
    public void RocPlot_Curve_RunsFromCornerToCorner()
    {
        XElement drawing = Parsed(RocPlot.Draw([SampleReport.Recovered.Roc[0]], PlotSize.Wide(400)));

        string path = Of(drawing, "path").Single(line => line.Attribute("class")!.Value == "curve series0").Attribute("d")!.Value;
        Assert.StartsWith("M44 360L", path, StringComparison.Ordinal);
        Assert.EndsWith("L704 26", path, StringComparison.Ordinal);
    }

    [Fact]
    public void TracePlot_Span_StartsAndLastsToScale()
    {
        XElement drawing = Parsed(TracePlot.Draw([new("run", 0, 0, 10, "run", false), new("stage", 1, 5, 2.5, "stage", true)], narrow: false));

        XElement stage = Of(drawing, "rect").Single(bar => bar.Attribute("class")!.Value == "span stage failed");
        Assert.Equal(("439", "114.5"), (stage.Attribute("x")!.Value, stage.Attribute("width")!.Value));   // 210 + 5/10 · (668 − 210); 2.5/10 · 458
    }

    [Fact]
    public void ConfusionMatrix_Counts_AreShownWithTheirShares()
    {
        string table = ConfusionMatrix.Of(SampleReport.Recovered.Champions[0]);

        Assert.Contains("<b>52</b><small>found, 21.1%</small>", table, StringComparison.Ordinal);          // 52 of 247
        Assert.Contains("<b>14</b><small>missed, 5.7%</small>", table, StringComparison.Ordinal);
        Assert.Contains("<b>38</b><small>false alarm, 15.4%</small>", table, StringComparison.Ordinal);
        Assert.Contains("<b>143</b><small>left alone, 57.9%</small>", table, StringComparison.Ordinal);
    }

    private static XElement Parsed(Svg drawing) => XElement.Parse(drawing.Render("wide"));

    private static IEnumerable<XElement> Of(XElement drawing, string name) => drawing.Descendants().Where(element => element.Name.LocalName == name);
}
