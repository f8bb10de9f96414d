using MlopsSandbox.Workflows.Definitions;
using Spectre.Console;

namespace MlopsSandbox.Hosting;

/// <summary>Asks in a terminal for the inputs that a workflow needs and that were not given.</summary>
internal static class InputPrompt
{
    /// <summary>The answers, by name of the input.</summary>
    /// <param name="console">The terminal.</param>
    /// <param name="missing">What to ask for.</param>
    /// <param name="choices">What may be answered, where that is known; null where anything may.</param>
    public static Dictionary<string, string> Ask(IAnsiConsole console, IEnumerable<InputDefinition> missing, Func<InputDefinition, IReadOnlyList<string>?> choices)
    {
        Dictionary<string, string> answers = new(StringComparer.OrdinalIgnoreCase);
        foreach (InputDefinition input in missing)
        {
            if (input.Description.Length > 0) console.WriteLine(input.Description, new Style(Color.Grey));
            TextPrompt<string> question = new($"{Markup.Escape(input.Name)} ({Markup.Escape(input.TypeName)}):");
            if (choices(input) is { Count: > 0 } known) question.AddChoices(known).ShowChoices();
            answers[input.Name] = console.Prompt(question.Validate(text => RunInputs.Refusal(input, text) is { } refusal ? ValidationResult.Error(Markup.Escape(refusal)) : ValidationResult.Success()));
        }
        return answers;
    }
}
