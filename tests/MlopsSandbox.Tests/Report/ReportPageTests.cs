using System.Text.RegularExpressions;
using System.Xml.Linq;
using MlopsSandbox.Report;

namespace MlopsSandbox.Tests.Report;

public sealed partial class ReportPageTests
{
    [Fact]
    public void Of_RecoveredStory_SaysWhatHappenedAndTheFigures()
    {
        string page = ReportPage.Of(SampleReport.Recovered);

        Assert.Contains("<h1>Drift began on day 8, was found on day 9, and quality was back on day 18.</h1>", page, StringComparison.Ordinal);
        foreach (string figure in (string[])["0.842", "0.702", "0.836", "0.711", "18,250 USD", "sha256:5555"]) Assert.Contains(figure, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AnyStory_AsksTheNetworkForNothing()
    {
        string page = ReportPage.Of(SampleReport.Recovered);

        Assert.Empty(NetworkReference().Matches(page));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Stories))]
    public void Of_AnyStory_IsWellFormed(string name)
    {
        ReportData report = name == "quiet" ? SampleReport.Quiet : SampleReport.Recovered;
        string page = ReportPage.Of(report);

        string body = page[page.IndexOf("<body>", StringComparison.Ordinal)..(page.IndexOf("</body>", StringComparison.Ordinal) + "</body>".Length)];
        XElement parsed = XElement.Parse(body);   // our own markup closes every element, so an XML parser can hold it to that

        Assert.All(parsed.Descendants().Where(element => element.Name.LocalName == "svg"), drawing =>
        {
            Assert.Equal("img", drawing.Attribute("role")?.Value);
            Assert.NotEmpty(drawing.Attribute("aria-label")!.Value);
            Assert.DoesNotContain("NaN", drawing.ToString(), StringComparison.Ordinal);
        });
        Assert.DoesNotContain("∞", body, StringComparison.Ordinal);
    }

    public static TheoryData<string> Stories() => ["recovered", "quiet"];

    [Fact]
    public void Of_EveryPlot_HasItsNumbersAsATable() =>
        Assert.Equal(Regex.Count(ReportPage.Of(SampleReport.Recovered), "<figure>"), Regex.Count(ReportPage.Of(SampleReport.Recovered), "<summary>The numbers</summary><div"));

    [Fact]
    public void Of_TextFromData_IsEscaped()
    {
        string page = ReportPage.Of(SampleReport.Recovered with { Title = "<b>A & B</b>" });

        Assert.Contains("&lt;b&gt;A &amp; B&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>A", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SameData_IsTheSameBytes() => Assert.Equal(ReportPage.Of(SampleReport.Recovered), ReportPage.Of(SampleReport.Recovered with { }));

    [Theory]
    [InlineData(null, null, null, null, true, "26 quiet days: no drift, no alarm, no retrain.")]
    [InlineData(null, 4, null, null, false, "A false alarm: nothing had drifted.")]
    [InlineData(8, null, null, null, false, "The drift of day 8 was not found.")]
    [InlineData(8, 9, null, null, false, "The drift of day 8 was found on day 9; no retrain took over.")]
    [InlineData(8, 9, 16, null, false, "The drift of day 8 was found on day 9, but quality did not recover.")]
    public void Headline_EveryOutcome_IsSaid(int? injected, int? detected, int? retrained, int? recovered, bool success, string expected) =>
        Assert.Equal(expected, ReportPage.Headline(SampleReport.Recovered with { Success = success, Timeline = new StoryTimeline(26, "all", injected, detected, retrained, recovered) }));

    [GeneratedRegex("""(?:src|href|url|@import)\s*[=(]\s*["']?(?:https?:)?//""")]
    private static partial Regex NetworkReference();
}
