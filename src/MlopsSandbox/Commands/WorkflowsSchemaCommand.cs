using MlopsSandbox.Hosting;
using MlopsSandbox.Workflows.Definitions;

namespace MlopsSandbox.Commands;

/// <summary><c>mlops workflows schema</c>: the JSON Schema of definition files.</summary>
internal sealed class WorkflowsSchemaCommand : MlopsCommand
{
    public WorkflowsSchemaCommand(Shell shell) : base(shell, "schema", "Writes the JSON Schema (2020-12) of workflow definitions, for editors that check and complete.",
        new Example("workflows schema", "to standard output"))
    {
    }

    /// <inheritdoc/>
    protected override async Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation)
    {
        await invocation.Terminal.Out.WriteAsync(DefinitionSchema.Of(Stages.All().Activities)).ConfigureAwait(false);
        return ExitCodes.Succeeded;
    }
}
