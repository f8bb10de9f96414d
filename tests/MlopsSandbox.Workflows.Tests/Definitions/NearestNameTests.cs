using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Workflows.Tests.Definitions;

public sealed class NearestNameTests
{
    [Theory]    // the first is the usual textbook example of Levenshtein's distance
    [InlineData("kitten", "sitting", 3)]
    [InlineData("", "abc", 3)]
    [InlineData("same", "same", 0)]
    public void Edits_TwoWords_CountsInsertionsDeletionsAndReplacements(string from, string to, int edits) => Assert.Equal(edits, NearestName.Edits(from, to));

    [Fact]
    public void Of_NothingNear_IsNull() => Assert.Null(NearestName.Of("Acme.SendMail", ["Elsa.WriteLine", "Elsa.FlowJoin"]));
}
