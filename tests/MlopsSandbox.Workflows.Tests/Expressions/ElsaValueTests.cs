using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Tests.Expressions;

public sealed class ElsaValueTests
{
    [Theory]    // expected: what a variable of the type held on Elsa 3.8 after SetVariable with that value
    [InlineData("2.5", "Int32", "2")]
    [InlineData("3.5", "Int32", "4")]
    [InlineData("-2.5", "Int32", "-2")]
    [InlineData("\"7\"", "Int32", "7")]
    [InlineData("\" 5 \"", "Int32", "5")]
    [InlineData("\"2.5\"", "Int32", "0")]
    [InlineData("\"abc\"", "Int32", "0")]
    [InlineData("\"\"", "Int32", "null")]
    [InlineData("true", "Int32", "1")]
    [InlineData("{\"a\":1}", "Int64", "0")]
    [InlineData("\"1,5\"", "Double", "15")]
    [InlineData("\"x\"", "Double", "0")]
    [InlineData("[1,2]", "Double", "0")]
    [InlineData("\"NaN\"", "Double", "\"NaN\"")]
    [InlineData("\"yes\"", "Boolean", "false")]
    [InlineData("\"1\"", "Boolean", "false")]
    [InlineData("0.5", "Boolean", "true")]
    [InlineData("\"NaN\"", "Boolean", "true")]
    [InlineData("[]", "Boolean", "false")]
    [InlineData("\" \"", "Boolean", "null")]
    [InlineData("1e21", "String", "\"1E\\u002B21\"")]
    [InlineData("\"x\"", "String[]", "[\"x\"]")]
    [InlineData("\"[1,\\\"x\\\"]\"", "Int32[]", "[1,0]")]
    [InlineData("\"{\\\"a\\\":1}\"", "ObjectDictionary", "{\"a\":1}")]
    [InlineData("\"{\\\"a\\\":1}\"", "Object", "\"{\\\"a\\\":1}\"")]
    public void Convert_AnyValue_BecomesTheTypeAsOnElsa(string value, string type, string expected)
    {
        var converted = ElsaValue.Convert(Json.Parse(value), type);

        Assert.Equal(Json.Parse(expected).GetRawText(), Json.Parse(converted.GetRawText()).GetRawText());
    }

    [Theory]
    [InlineData("3000000000", "Int32", "the value is 3000000000; expected a whole number (Int32).")]
    [InlineData("\"NaN\"", "Int32", "the value is NaN; expected a number (Int32).")]
    public void Convert_NumberThatIsTooLarge_Faults(string value, string type, string message) =>
        Assert.Equal(message, Assert.Throws<ExpressionException>(() => ElsaValue.Convert(Json.Parse(value), type)).Message);
}
