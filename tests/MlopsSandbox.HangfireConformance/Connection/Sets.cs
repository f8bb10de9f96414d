namespace MlopsSandbox.HangfireConformance.Connection;

/// <summary>Sets: each value once, ordered by score.</summary>
public static class Sets
{
    public static void Reading_NoSuchSet_FindsNothing(StorageUnderTest storage) => storage.Use(connection =>
    {
        Assert.Empty(connection.GetAllItemsFromSet("none"));
        Assert.Empty(connection.GetRangeFromSet("none", 0, 10));
        Assert.Equal(0, connection.GetSetCount("none"));
        Assert.True(connection.GetSetTtl("none") < TimeSpan.Zero);
    });

    public static void GetAllItemsFromSet_ReturnsEachValueOfThisSetOnce(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.AddToSet("mine", "a");
            transaction.AddToSet("mine", "b", 2);
            transaction.AddToSet("mine", "a");
            transaction.AddToSet("other", "c");
        });
        Assert.Equal(["a", "b"], storage.Read(connection => connection.GetAllItemsFromSet("mine")).Order());
    }

    public static void GetAllItemsFromSet_ComesInOrderOfScore(StorageUnderTest storage)
    {
        Scored(storage);
        Assert.Equal(["low", "zero", "middle", "high"], storage.Read(connection => connection.GetAllItemsFromSet("scored").ToArray()));
    }

    public static void GetRangeFromSet_Bounds_AreBothIncluded(StorageUnderTest storage)
    {
        Scored(storage);
        storage.Use(connection =>
        {
            Assert.Equal(["zero", "middle"], connection.GetRangeFromSet("scored", 1, 2));
            Assert.Equal(["low"], connection.GetRangeFromSet("scored", 0, 0));
        });
    }

    public static void GetRangeFromSet_BeyondTheEnd_ReadsToTheEnd(StorageUnderTest storage)
    {
        Scored(storage);
        storage.Use(connection =>
        {
            Assert.Equal(["middle", "high"], connection.GetRangeFromSet("scored", 2, 100));
            Assert.Empty(connection.GetRangeFromSet("scored", 4, 100));
        });
    }

    public static void GetRangeFromSet_ToTheLargestIndex_ReadsToTheEnd(StorageUnderTest storage)
    {
        Scored(storage);
        Assert.Equal(["high"], storage.Read(connection => connection.GetRangeFromSet("scored", 3, int.MaxValue)));
    }

    public static void GetSetCount_CountsValuesOfThisSet(StorageUnderTest storage)
    {
        Scored(storage);
        storage.Write(transaction => transaction.AddToSet("other", "low"));
        Assert.Equal(4, storage.Read(connection => connection.GetSetCount("scored")));
    }

    public static void GetSetCount_Limited_SumsUpToTheLimit(StorageUnderTest storage)
    {
        Scored(storage);
        storage.Write(transaction => transaction.AddRangeToSet("other", ["low", "x", "y"]));
        storage.Use(connection =>
        {
            Assert.Equal(7, connection.GetSetCount(["scored", "other", "none"], 100));
            Assert.Equal(7, connection.GetSetCount(["scored", "other"], 7));
            Assert.Equal(5, connection.GetSetCount(["scored", "other"], 5));
            Assert.Equal(2, connection.GetSetCount(["scored"], 2));
        });
    }

    public static void GetSetCount_Limited_WithoutSets_IsZero(StorageUnderTest storage)
    {
        Scored(storage);
        storage.Use(connection =>
        {
            Assert.Equal(0, connection.GetSetCount([], 10));
            Assert.Equal(0, connection.GetSetCount(["none", "nor-this"], 10));
        });
    }

    public static void GetSetContains_AsksThisSetOnly(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.AddToSet("mine", "a");
            transaction.AddToSet("other", "b");
        });
        storage.Use(connection =>
        {
            Assert.False(connection.GetSetContains("none", "a"));
            Assert.True(connection.GetSetContains("mine", "a"));
            Assert.False(connection.GetSetContains("mine", "b"));
            Assert.False(connection.GetSetContains("mine", "A"));
        });
    }

    public static void AddRangeToSet_AddsToWhatIsThere(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.AddToSet("mine", "a", 5));
        storage.Write(transaction =>
        {
            transaction.AddRangeToSet("mine", ["b", "c"]);
            transaction.AddRangeToSet("mine", []);
        });
        Assert.Equal(["a", "b", "c"], storage.Read(connection => connection.GetAllItemsFromSet("mine")).Order());
    }

    public static void AddRangeToSet_KnownValue_StaysOne(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.AddRangeToSet("mine", ["a", "b", "a"]));
        storage.Write(transaction => transaction.AddRangeToSet("mine", ["b", "c"]));
        Assert.Equal(3, storage.Read(connection => connection.GetSetCount("mine")));
    }

    public static void AddRangeToSet_Empty_MakesNoSet(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.AddRangeToSet("mine", []));
        Assert.Equal(0, storage.Read(connection => connection.GetSetCount("mine")));
    }

    public static void RemoveFromSet_TakesOneValueFromThisSet(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.AddRangeToSet("mine", ["a", "b"]);
            transaction.AddToSet("other", "a");
            transaction.RemoveFromSet("mine", "a");
            transaction.RemoveFromSet("mine", "never-there");
            transaction.RemoveFromSet("none", "a");
        });
        storage.Use(connection =>
        {
            Assert.Equal(["b"], connection.GetAllItemsFromSet("mine"));
            Assert.Equal(["a"], connection.GetAllItemsFromSet("other"));
        });
    }

    public static void RemoveSet_TakesAllOfThisSet(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.AddRangeToSet("mine", ["a", "b"]);
            transaction.AddToSet("other", "a");
        });
        storage.Write(transaction =>
        {
            transaction.RemoveSet("mine");
            transaction.RemoveSet("none");
        });
        storage.Use(connection =>
        {
            Assert.Empty(connection.GetAllItemsFromSet("mine"));
            Assert.Single(connection.GetAllItemsFromSet("other"));
        });
    }

    /// <summary>Four values, added in no order.</summary>
    internal static void Scored(StorageUnderTest storage) => storage.Write(transaction =>
    {
        transaction.AddToSet("scored", "high", 10.5);
        transaction.AddToSet("scored", "zero");
        transaction.AddToSet("scored", "middle", 1.5);
        transaction.AddToSet("scored", "low", -1.5);
    });
}
