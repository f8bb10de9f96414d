namespace MlopsSandbox.Benchmarks.Storage;
internal static class FinishedJobs
{
    public static void Run(int count) => throw new NotImplementedException();
}
