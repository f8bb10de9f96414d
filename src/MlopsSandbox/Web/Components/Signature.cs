namespace MlopsSandbox.Web.Components;

/// <summary>The name by which somebody in one browser tab says who they are, from the first time that they are asked on. Nobody is named before: the account that the server runs under is not who presses.</summary>
internal sealed class Signature
{
    /// <summary>The name; empty while none was given.</summary>
    public string Name { get; set; } = "";

    /// <summary>The words that say it in a command; none while none was given, so that the command takes the user of its terminal.</summary>
    public static IEnumerable<string> Words(string name) => string.IsNullOrWhiteSpace(name) ? [] : ["--by", name];
}
