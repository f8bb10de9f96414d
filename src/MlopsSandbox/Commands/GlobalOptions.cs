using System.CommandLine;

namespace MlopsSandbox.Commands;

/// <summary>The options that every command understands, and <c>--output</c> for those that show something.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Where everything is remembered.</summary>
    public Option<string?> Home { get; } = Folder("--home", "Folder that remembers everything; also MLOPS_HOME. [default: .mlops]");

    /// <summary>Where workflow definitions lie.</summary>
    public Option<string?> Workflows { get; } = Folder("--workflows", "Folder of workflow definitions. [default: workflows here, else those shipped]");

    /// <summary>Where scenarios lie.</summary>
    public Option<string?> Scenarios { get; } = Folder("--scenarios", "Folder of scenarios. [default: sample-data here, else those shipped]");

    /// <summary>Shows the whole of an unexpected error.</summary>
    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Shows all that is known of an unexpected error.",
        Recursive = true,
    };

    /// <summary>Text for people, or one JSON document on standard output. Added by the commands that show something.</summary>
    public Option<OutputFormat> Output { get; } = new("--output", "-o")
    {
        Description = "text for people, or json: one document on standard output, all else on standard error. [default: text]",
        HelpName = "text|json",
        CustomParser = result => EnumWords.Parse<OutputFormat>(result),
    };

    /// <summary>The recursive ones.</summary>
    public IEnumerable<Option> Everywhere => [Home, Workflows, Scenarios, Verbose];

    private static Option<string?> Folder(string name, string description)
    {
        Option<string?> folder = new(name) { Description = description, HelpName = "folder", Recursive = true };
        folder.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: "" }]) result.AddError($"{name} is ''; expected a folder, such as ./somewhere.");
        });
        return folder;
    }
}
