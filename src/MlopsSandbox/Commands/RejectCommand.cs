namespace MlopsSandbox.Commands;

/// <summary><c>mlops reject RUN [ACTIVITY]</c>: refuses what a run asks, and walks on.</summary>
internal sealed class RejectCommand(Shell shell) : DecideCommand(shell, "reject", isApproved: false, "Refuses what a run asks, and goes on with it until it ends or waits again.",
    new("reject lifecycle-0002 --reason \"too few labels yet\"", "the one approval that it waits for"),
    new("reject lifecycle-0002 release --reason \"not on a Friday\" --by anna", "one of several, in another's name"));
