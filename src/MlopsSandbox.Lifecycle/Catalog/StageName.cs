namespace MlopsSandbox.Lifecycle.Catalog;

/// <summary>The word for a stage.</summary>
internal static class StageName
{
    /// <summary>The last part of an activity's type, in lower case: <c>train</c> of <c>MlopsSandbox.Train</c>.</summary>
    public static string Of(string type) => type[(type.LastIndexOf('.') + 1)..].ToLowerInvariant();
}
