namespace MlopsSandbox.Commands;

/// <summary>Turns what went wrong into lines on standard error and an exit code.</summary>
internal static class Failures
{
    /// <summary>Tells the failure; one that nobody foresaw is shown whole with <c>--verbose</c>.</summary>
    public static int Tell(Exception failure, Invocation invocation, bool isVerbose)
    {
        TextWriter error = invocation.Terminal.Error;
        if (failure is OperationCanceledException)
        {
            Write(error, $"interrupted; go on with '{invocation.Hints.For("resume")}'.");
            return ExitCodes.Interrupted;
        }
        if (Told.Of(failure, invocation.Hints, () => invocation.Places.Home) is { } told)
        {
            foreach (string line in told.Lines) Write(error, line);
            return told.ExitCode;
        }
        Write(error, $"unexpected {failure.GetType().Name}: {failure.Message} {(isVerbose ? "Its whole text follows." : "Call again with --verbose to see where.")}");
        if (isVerbose) error.WriteLine(failure);
        return ExitCodes.Failed;
    }

    private static void Write(TextWriter error, string message) => error.WriteLine($"mlops: error: {message}");
}
