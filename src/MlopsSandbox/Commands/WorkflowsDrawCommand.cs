using System.CommandLine;
using MlopsSandbox.Workflows.Definitions;
using MlopsSandbox.Workflows.Drawings;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops workflows draw</c>: a definition as Mermaid text or as a picture.</summary>
internal sealed class WorkflowsDrawCommand : MlopsCommand
{
    private readonly Argument<string> _workflow = WorkflowArgument.Create();
    private readonly Option<DrawingFormat?> _format = new("--format")
    {
        Description = "mermaid or svg. [default: svg for a file that ends so, else mermaid]",
        HelpName = "mermaid|svg",
        CustomParser = result => EnumWords.Parse<DrawingFormat>(result),
    };
    private readonly Option<string?> _out = new("--out") { Description = "File to write, instead of standard output.", HelpName = "file" };

    public WorkflowsDrawCommand(Shell shell) : base(shell, "draw", "Draws a workflow definition, as Mermaid text or as an SVG picture.",
        new("workflows draw lifecycle", "Mermaid text, to paste into a page"),
        new("workflows draw lifecycle --out lifecycle.svg", "a picture, by the designer's places where they are there"))
    {
        Add(_workflow);
        Add(_format);
        Add(_out);
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        WorkflowDefinition definition = invocation.Shelf().Load(invocation.Parsed.GetRequiredValue(_workflow));
        string? file = invocation.Parsed.GetValue(_out);
        DrawingFormat format = invocation.Parsed.GetValue(_format) ?? (file?.EndsWith(".svg", StringComparison.OrdinalIgnoreCase) == true ? DrawingFormat.Svg : DrawingFormat.Mermaid);
        string drawing = format == DrawingFormat.Svg ? SvgPicture.Of(definition) : MermaidText.Of(definition);
        if (file is null) await invocation.Terminal.Out.WriteAsync(drawing).ConfigureAwait(false);
        else await File.WriteAllTextAsync(file, drawing, cancellation).ConfigureAwait(false);
        return ExitCodes.Succeeded;
    }
}
