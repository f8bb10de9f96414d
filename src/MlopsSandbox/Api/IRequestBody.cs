namespace MlopsSandbox.Api;

/// <summary>The fields of a request's body; what is said of each in its description is told to whoever leaves it out, and stands in the OpenAPI document.</summary>
internal interface IRequestBody
{
    /// <summary>What is wrong with the fields' values, one sentence each; empty when they can be used.</summary>
    IEnumerable<string> Problems();
}
