using System.CommandLine;

namespace MlopsSandbox.Commands;

/// <summary>The options that every command understands, and <c>--output</c> for those that show something.</summary>
internal sealed class GlobalOptions
{
    /// <summary>Where everything is remembered.</summary>
    public Option<string?> Home { get; } = new("--home")
    {
        Description = "Folder that remembers everything; also MLOPS_HOME. [default: .mlops]",
        HelpName = "folder",
        Recursive = true,
    };

    /// <summary>Where workflow definitions lie.</summary>
    public Option<string?> Workflows { get; } = new("--workflows")
    {
        Description = "Folder of workflow definitions. [default: workflows here, else those shipped]",
        HelpName = "folder",
        Recursive = true,
    };

    /// <summary>Where scenarios lie.</summary>
    public Option<string?> Scenarios { get; } = new("--scenarios")
    {
        Description = "Folder of scenarios. [default: sample-data here, else those shipped]",
        HelpName = "folder",
        Recursive = true,
    };

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
}
