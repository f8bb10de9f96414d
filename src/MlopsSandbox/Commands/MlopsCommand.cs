using System.CommandLine;

namespace MlopsSandbox.Commands;

/// <summary>A command of the program: its words, its examples, and what it does with an <see cref="Invocation"/>.</summary>
internal abstract class MlopsCommand : Command
{
    private readonly Shell _shell;

    protected MlopsCommand(Shell shell, string name, string description, params Example[] examples) : base(name, description)
    {
        _shell = shell;
        Examples = examples;
        SetAction((parsed, cancellation) => ExecuteAsync(new Invocation(parsed, _shell), cancellation));
    }

    /// <summary>Shown by <c>--help</c>.</summary>
    public IReadOnlyList<Example> Examples { get; }

    /// <summary>The options that all commands share.</summary>
    protected GlobalOptions Global => _shell.Options;

    /// <summary>Does the work.</summary>
    /// <returns>The exit code, see <see cref="ExitCodes"/>.</returns>
    /// <exception cref="RefusalException">It will not or cannot be done.</exception>
    /// <exception cref="OperationCanceledException">Somebody interrupted.</exception>
    protected abstract Task<int> ExecuteAsync(Invocation invocation, CancellationToken cancellation);
}
