namespace MlopsSandbox.HangfireConformance.Connection;

/// <summary>Counters: sums of all steps, whoever made them.</summary>
public static class Counters
{
    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    public static void GetCounter_NoSuchCounter_IsZero(StorageUnderTest storage) =>
        Assert.Equal(0, storage.Read(connection => connection.GetCounter("none")));

    public static void IncrementCounter_AddsOne(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.IncrementCounter("mine"));
        Assert.Equal(1, storage.Read(connection => connection.GetCounter("mine")));
    }

    public static void DecrementCounter_TakesOneBelowZero(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.DecrementCounter("mine"));
        Assert.Equal(-1, storage.Read(connection => connection.GetCounter("mine")));
    }

    public static void Counter_ManySteps_AreSummedUp(StorageUnderTest storage)
    {
        for (var step = 0; step < 5; step++) storage.Write(transaction => transaction.IncrementCounter("mine"));
        storage.Write(transaction =>
        {
            transaction.IncrementCounter("mine", OneHour);
            transaction.IncrementCounter("mine");
            transaction.DecrementCounter("mine");
            transaction.DecrementCounter("mine", OneHour);
            transaction.DecrementCounter("mine", OneHour);
            transaction.IncrementCounter("other");
        });
        Assert.Equal(4, storage.Read(connection => connection.GetCounter("mine")));
    }

    public static void Counter_BackAtZero_CountsOn(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.IncrementCounter("mine", OneHour));
        storage.Write(transaction => transaction.DecrementCounter("mine", OneHour));
        Assert.Equal(0, storage.Read(connection => connection.GetCounter("mine")));
        storage.Write(transaction => transaction.IncrementCounter("mine", OneHour));
        Assert.Equal(1, storage.Read(connection => connection.GetCounter("mine")));
    }

    public static void Counter_StepsOfManyAtOnce_AreAllCounted(StorageUnderTest storage)
    {
        Parallel.For(0, 40, new ParallelOptions { MaxDegreeOfParallelism = 4 },
            _ => storage.Write(transaction => transaction.IncrementCounter("mine", OneHour)));
        Assert.Equal(40, storage.Read(connection => connection.GetCounter("mine")));
    }

    public static void Counter_Aggregated_KeepsItsValue(StorageUnderTest storage)
    {
        for (var step = 0; step < 5; step++) storage.Write(transaction => transaction.IncrementCounter("stats:succeeded"));
        storage.WaitUntil(() => storage.Monitor.GetStatistics().Succeeded == 5, "the counter of the statistics is 5");
        Assert.Equal(5, storage.Read(connection => connection.GetCounter("stats:succeeded")));
    }
}
