namespace MlopsSandbox.HangfireConformance.Connection;

/// <summary>Lists: the newest first, the same value as often as it was put in.</summary>
public static class Lists
{
    public static void Reading_NoSuchList_FindsNothing(StorageUnderTest storage) => storage.Use(connection =>
    {
        Assert.Empty(connection.GetAllItemsFromList("none"));
        Assert.Empty(connection.GetRangeFromList("none", 0, 10));
        Assert.Equal(0, connection.GetListCount("none"));
        Assert.True(connection.GetListTtl("none") < TimeSpan.Zero);
    });

    public static void InsertToList_ComesFirst(StorageUnderTest storage)
    {
        Filled(storage);
        Assert.Equal(["5", "4", "3", "2", "1"], storage.Read(connection => connection.GetAllItemsFromList("mine")));
    }

    public static void InsertToList_KnownValue_IsThereTwice(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.InsertToList("mine", "a");
            transaction.InsertToList("mine", "b");
            transaction.InsertToList("mine", "a");
        });
        Assert.Equal(["a", "b", "a"], storage.Read(connection => connection.GetAllItemsFromList("mine")));
    }

    public static void GetListCount_CountsItemsOfThisList(StorageUnderTest storage)
    {
        Filled(storage);
        Assert.Equal(5, storage.Read(connection => connection.GetListCount("mine")));
    }

    public static void GetRangeFromList_Bounds_AreBothIncluded(StorageUnderTest storage)
    {
        Filled(storage);
        storage.Use(connection =>
        {
            Assert.Equal(["4", "3"], connection.GetRangeFromList("mine", 1, 2));
            Assert.Equal(["5"], connection.GetRangeFromList("mine", 0, 0));
        });
    }

    public static void GetRangeFromList_BeyondTheEnd_ReadsToTheEnd(StorageUnderTest storage)
    {
        Filled(storage);
        storage.Use(connection =>
        {
            Assert.Equal(["2", "1"], connection.GetRangeFromList("mine", 3, 100));
            Assert.Empty(connection.GetRangeFromList("mine", 5, 100));
        });
    }

    public static void RemoveFromList_TakesEachSuchItemOfThisList(StorageUnderTest storage)
    {
        Filled(storage);
        storage.Write(transaction =>
        {
            transaction.InsertToList("mine", "2");
            transaction.RemoveFromList("mine", "2");
            transaction.RemoveFromList("mine", "never-there");
            transaction.RemoveFromList("none", "2");
        });
        storage.Use(connection =>
        {
            Assert.Equal(["5", "4", "3", "1"], connection.GetAllItemsFromList("mine"));
            Assert.Equal(["2", "1"], connection.GetAllItemsFromList("other"));
        });
    }

    public static void TrimList_KeepsARange(StorageUnderTest storage) => AssertTrimmed(storage, 1, 3, "4", "3", "2");

    public static void TrimList_ToOneItem_KeepsTheNewest(StorageUnderTest storage) => AssertTrimmed(storage, 0, 0, "5");

    public static void TrimList_EndBeyondTheList_KeepsTheRest(StorageUnderTest storage) => AssertTrimmed(storage, 2, 100, "3", "2", "1");

    public static void TrimList_StartBeyondTheList_KeepsNothing(StorageUnderTest storage) => AssertTrimmed(storage, 100, 200);

    public static void TrimList_StartBehindTheEnd_KeepsNothing(StorageUnderTest storage) => AssertTrimmed(storage, 2, 1);

    public static void TrimList_NegativeEnds_FailNothing(StorageUnderTest storage)
    {
        Filled(storage);
        storage.Write(transaction => transaction.TrimList("mine", -2, -1));
        Assert.Equal(["2", "1"], storage.Read(connection => connection.GetAllItemsFromList("other")));
    }

    public static void TrimList_NoSuchList_DoesNothing(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.TrimList("none", 0, 1));
        Assert.Empty(storage.Read(connection => connection.GetAllItemsFromList("none")));
    }

    private static void AssertTrimmed(StorageUnderTest storage, int start, int end, params string[] left)
    {
        Filled(storage);
        storage.Write(transaction => transaction.TrimList("mine", start, end));
        storage.Use(connection =>
        {
            Assert.Equal(left, connection.GetAllItemsFromList("mine"));
            Assert.Equal(["2", "1"], connection.GetAllItemsFromList("other"));
        });
    }

    private static void Filled(StorageUnderTest storage) => storage.Write(transaction =>
    {
        foreach (var item in new[] { "1", "2", "3", "4", "5" }) transaction.InsertToList("mine", item);
        foreach (var item in new[] { "1", "2" }) transaction.InsertToList("other", item);
    });
}
