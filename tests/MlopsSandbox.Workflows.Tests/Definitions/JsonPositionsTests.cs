using System.Text;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Tests.Definitions;

public sealed class JsonPositionsTests
{
    private const string Text = "{\n  \"a\": [1, { \"ä\": 2, \"c\": 3 }],\n  \"d\": null\n}";

    [Theory]    // counted by hand
    [InlineData("$", 1, 1)]
    [InlineData("$.a", 2, 3)]
    [InlineData("$.a[0]", 2, 9)]
    [InlineData("$.a[1]", 2, 12)]
    [InlineData("$.a[1].c", 2, 22)]
    [InlineData("$.d", 3, 3)]
    [InlineData("$.d.missing.deeper", 3, 3)]
    [InlineData("$.missing", 1, 1)]
    public void Find_Path_GivesLineAndColumnInCharacters(string path, int line, int column) =>
        Assert.Equal((line, column), JsonPositions.Of(Encoding.UTF8.GetBytes(Text)).Find(path));
}
