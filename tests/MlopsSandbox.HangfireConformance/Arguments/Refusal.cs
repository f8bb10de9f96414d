namespace MlopsSandbox.HangfireConformance.Arguments;

/// <summary>An argument that is refused by its name, before anything happens.</summary>
internal static class Refusal
{
    public static void OnConnection(StorageUnderTest storage, string argument, Action<Hangfire.Storage.JobStorageConnection> call) =>
        storage.Use(connection => Of(argument, () => call(connection)));

    public static void InTransaction(StorageUnderTest storage, string argument, Action<Hangfire.Storage.JobStorageTransaction> call) =>
        storage.WriteAndDrop(transaction => Of(argument, () => call(transaction)));

    public static void OfMonitor(StorageUnderTest storage, string argument, Action<Hangfire.Storage.IMonitoringApi> call) =>
        Of(argument, () => call(storage.Monitor));

    private static void Of(string argument, Action call) => Assert.Equal(argument, Assert.ThrowsAny<ArgumentException>(call).ParamName);
}
