using System.Text;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Tests.Scenarios;

public sealed class DelimitedTextTests
{
    [Theory]
    [InlineData("a,b\n1,2\n", ',')]
    [InlineData("a;b\n1,5;2\n", ';')]
    [InlineData("a\tb\n1\t2\n", '\t')]
    [InlineData("a|b\n1|2\n", '|')]
    [InlineData("\"a;x\",b\n1,2\n", ',')]
    public void Read_AnySeparator_IsRecognizedInTheHeader(string content, char separator)
    {
        DelimitedText text = Read(content);

        Assert.Equal(separator, text.Separator);
        Assert.Equal(2, text.Header.Length);
    }

    [Fact]
    public void Read_Quotes_HoldSeparatorsLineEndsAndQuotes()
    {
        DelimitedText text = Read("a,b\n\"x,y\",\"line 1\nline \"\"2\"\"\"\n,z\n");

        Assert.Equal(["x,y", "line 1\nline \"2\""], text.Records[0]);
        Assert.Equal(["", "z"], text.Records[1]);
    }

    [Theory]
    [InlineData("a,b\n1,2\n", true)]
    [InlineData("a,b\n1,2", true)]
    [InlineData("a,b\r\n1,2\r\n", false)]
    [InlineData("\uFEFFa,b\n1,2\n", false)]
    [InlineData("a, b\n1,2\n", false)]
    [InlineData("a,b\n\n1,2\n", false)]
    [InlineData("a,b\n\" 1\",2\n", false)]
    [InlineData("a,b\n\"\"1,2\n", false)]
    public void Read_SameCellsWrittenOtherwise_AreTheSame(string content, bool plain)
    {
        DelimitedText text = Read(content);

        Assert.Equal(["a", "b"], text.Header);
        Assert.Equal(["1", "2"], Assert.Single(text.Records));
        Assert.Equal(plain, text.IsPlain);
    }

    [Theory]
    [InlineData("", "f.csv: the file is empty; expected a header line and rows. Name a file with data.")]
    [InlineData(" \n\n", "f.csv: the file is empty; expected a header line and rows. Name a file with data.")]
    [InlineData("a,b\n", "f.csv: the file has a header line and no rows; expected rows. Name a file with data.")]
    [InlineData("a,b\n1,\"x\ny\"\n3\n", "f.csv:4: this line has 1 cells; expected 2, as in the header. Correct the line, or quote cells that hold a ','.")]
    [InlineData("a,b\n1,2\n3,\"x\n", "f.csv:3: a quote opens here and is never closed; expected \" at the cell's end. Close it, or double a quote that belongs to the text.")]
    public void Read_NotATable_NamesTheLine(string content, string expected) =>
        Assert.Equal(expected, Assert.Throws<ScenarioException>(() => Read(content)).Message);

    [Fact]
    public void Read_Latin1_NamesTheLine()
    {
        byte[] latin = Encoding.Latin1.GetBytes("a,b\n1,2\n3,é\n");

        Assert.StartsWith("f.csv:3: the bytes E9 are not UTF-8;", Assert.Throws<ScenarioException>(() => DelimitedText.Read("f.csv", latin)).Message, StringComparison.Ordinal);
    }

    private static DelimitedText Read(string content) => DelimitedText.Read("f.csv", Encoding.UTF8.GetBytes(content));
}
