using System.Xml.Linq;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Drawings;

namespace MlopsSandbox.Workflows.Tests.Drawings;

public sealed class SvgPictureTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Files() => [.. Directory.GetFiles("Walks").Where(file => !file.EndsWith("expected.json", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Of_AnyDefinition_ShowsEveryActivityAndConnection(string file)
    {
        var definition = DefinitionFolder.Load(file, Stages.Types);

        var picture = XDocument.Parse(SvgPicture.Of(definition));

        Assert.Equal(definition.Activities.Select(activity => $"{activity.Id} ({activity.Type})").Order(),
            picture.Descendants(Svg + "g").Select(group => group.Element(Svg + "title")!.Value).Order());
        Assert.True(picture.Descendants(Svg + "path").Count() > definition.Activities.Sum(activity => activity.Connections.Count));
    }

    [Fact]
    public void Of_NamesThatLookLikeMarkup_StayText()
    {
        var definition = new Drawing().Box("<script>alert(1)</script>", "Elsa.Start", ("name", "\" onload=\"x\u0001\u202e]]>&amp;")).Definition();

        var picture = XDocument.Parse(SvgPicture.Of(definition));

        Assert.DoesNotContain(picture.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains(picture.Descendants(Svg + "text"), text => text.Value.StartsWith("\" onload=\"x", StringComparison.Ordinal));
        Assert.Empty(picture.Descendants().Attributes("onload"));
    }

    [Fact]
    public void Of_Trigger_HasABolt()
    {
        var definition = new Drawing().Trigger("at", "Elsa.Timer").Line("a").Arrows("at>a").Definition();

        Assert.Single(XDocument.Parse(SvgPicture.Of(definition)).Descendants(Svg + "polygon"));
        Assert.Contains("([\"⚡ at", MermaidText.Of(definition), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NeverReached_IsDashed()
    {
        var picture = XDocument.Parse(SvgPicture.Of(new Drawing().Line("a").Line("b").Line("lost").Arrows("a>b", "lost>b").Box("s", "Elsa.Start").Arrows("s>a").Definition()));

        var dashed = Assert.Single(picture.Descendants(Svg + "rect"), rectangle => rectangle.Attribute("stroke-dasharray") is not null);
        Assert.Equal("lost (Elsa.WriteLine)", dashed.Parent!.Element(Svg + "title")!.Value);
    }
}
