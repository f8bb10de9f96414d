using MlopsSandbox.Workflows.Expressions;

namespace MlopsSandbox.Workflows.Tests.Expressions;

public sealed class TypedValueTests
{
    [Theory]
    [InlineData("\"16\"", "Int32", "16")]
    [InlineData("16.0", "Int32", "16")]
    [InlineData("\"0.5\"", "Double", "0.5")]
    [InlineData("\"True\"", "Boolean", "true")]
    [InlineData("\"\"", "Boolean", "false")]
    [InlineData("1", "Boolean", "true")]
    [InlineData("5", "String", "\"5\"")]
    [InlineData("true", "String", "\"True\"")]
    [InlineData("\"[\\\"a\\\",\\\"b\\\"]\"", "String[]", "[\"a\",\"b\"]")]
    [InlineData("[1,2]", "String[]", "[\"1\",\"2\"]")]
    [InlineData("{\"a\":1}", "Object", "{\"a\":1}")]
    [InlineData("null", "Int32", "null")]
    [InlineData("\"x\"", "String[]", "[\"x\"]")]
    [InlineData("\"{\\\"a\\\":1}\"", "ObjectDictionary", "{\"a\":1}")]
    [InlineData("1.10", "String", "\"1.1\"")]
    public void Convert_ValueThatFits_BecomesTheType(string value, string type, string expected) =>
        Assert.Equal(expected, TypedValue.Convert(Json.Parse(value), type).GetRawText());

    [Theory]
    [InlineData("\"x\"", "Int32", "the value is \"x\"; expected a whole number (Int32).")]
    [InlineData("1.5", "Int32", "the value is 1.5; expected a whole number (Int32).")]
    [InlineData("3000000000", "Int32", "the value is 3000000000; expected a whole number (Int32).")]
    [InlineData("\"maybe\"", "Boolean", "the value is \"maybe\"; expected true or false.")]
    [InlineData("{}", "Double", "the value is {}; expected a number (Double).")]
    [InlineData("\"[1,\"", "String[]", null)]
    [InlineData("\"x\"", "JsonObject", null)]
    [InlineData("5", "String[]", "the value is 5; expected an array (String[]).")]
    public void Convert_ValueThatDoesNotFit_IsRefused(string value, string type, string? message)
    {
        var error = Assert.Throws<ExpressionException>(() => TypedValue.Convert(Json.Parse(value), type));

        if (message is not null) Assert.Equal(message, error.Message);
    }
}
