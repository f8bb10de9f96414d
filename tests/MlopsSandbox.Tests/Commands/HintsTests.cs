using MlopsSandbox.Commands;

namespace MlopsSandbox.Tests.Commands;

public class HintsTests
{
    [Fact]
    public void For_DefaultHome_NamesNone() => Assert.Equal("./mlops show lifecycle-0001", new Hints("./mlops").For("show", "lifecycle-0001"));

    [Fact]
    public void For_PlacesWithSpaces_QuotesThemForTheShell() =>
        Assert.Equal("mlops runs --home '/tmp/my home' --workflows 'it'\\''s'", new Hints("mlops", "/tmp/my home", "it's").For("runs"));
}
