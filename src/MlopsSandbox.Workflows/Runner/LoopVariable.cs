using System.Text.Json;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>A variable that a loop gives the activity it runs, such as <c>CurrentValue</c>.</summary>
/// <param name="Name">What expressions call it.</param>
/// <param name="Value">Its value in this round.</param>
public sealed record LoopVariable(string Name, JsonElement Value)
{
    private const string IdEnding = "Variable";

    internal const string CurrentValue = nameof(CurrentValue), CurrentIndex = nameof(CurrentIndex);

    /// <summary>True when the id is that of a loop's variable: <c>currentValueVariable</c> or <c>currentIndexVariable</c>.</summary>
    internal static bool IsLoopVariable(string? id) => id is not null && (id == IdOf(CurrentValue) || id == IdOf(CurrentIndex));

    /// <summary>The id that Elsa gives a variable that a loop or a script makes.</summary>
    internal static string IdOf(string name) => name.Length == 0 ? IdEnding : char.ToLowerInvariant(name[0]) + name[1..] + IdEnding;
}
