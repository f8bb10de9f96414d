namespace MlopsSandbox.Commands;

/// <summary><c>mlops approve RUN [ACTIVITY]</c>: agrees to what a run asks, and walks on.</summary>
internal sealed class ApproveCommand(Shell shell) : DecideCommand(shell, "approve", isApproved: true, "Agrees to what a run asks, and goes on with it until it ends or waits again.",
    new("approve lifecycle-0002 --reason \"better in every segment\"", "the one approval that it waits for"),
    new("approve lifecycle-0002 release --reason \"tried in staging\" --by anna", "one of several, in another's name"));
