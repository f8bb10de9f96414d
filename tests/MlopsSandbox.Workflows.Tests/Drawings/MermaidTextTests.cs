using System.Text.Json.Nodes;
using MlopsSandbox.Workflows.Drawings;

namespace MlopsSandbox.Workflows.Tests.Drawings;

public sealed class MermaidTextTests
{
    [Fact]
    public void Of_DecisionAndNestedSequence_IsTheWholeText()
    {
        var lines = new JsonArray(new JsonObject { ["id"] = "x", ["type"] = "Elsa.Start" }, new JsonObject { ["id"] = "y", ["type"] = "Elsa.Start" });
        var definition = new Drawing().Decision("d", "true").Box("s", "Elsa.Sequence", ("activities", lines)).Line("no").Arrows("d:True>s", "d:False>no").Definition();

        Assert.Equal("""
            flowchart LR
                subgraph a0["f<br/><small>Elsa.Flowchart</small>"]
                    a1{"d<br/><small>Elsa.FlowDecision</small>"}
                    subgraph a2["s<br/><small>Elsa.Sequence</small>"]
                        direction TB
                        a3(("x<br/><small>Elsa.Start</small>"))
                        a4(("y<br/><small>Elsa.Start</small>"))
                        a3 --> a4
                    end
                    a5["no<br/><small>Elsa.WriteLine</small>"]
                    a1 -->|"True"| a2
                    a1 -->|"False"| a5
                end

            """, MermaidText.Of(definition), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void Of_NamesThatLookLikeMermaid_StayText() => Assert.Contains(
        "a1[\"end#34;#93;#59; click a#40;#41; #60;b#62;#35;#38;<br/>", MermaidText.Of(new Drawing().Box("end\"]; click a() <b>#&", "Elsa.WriteLine").Definition()), StringComparison.Ordinal);
}
