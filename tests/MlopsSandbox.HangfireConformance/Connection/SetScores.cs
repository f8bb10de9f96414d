namespace MlopsSandbox.HangfireConformance.Connection;

/// <summary>What is due first: values of a set by their score.</summary>
public static class SetScores
{
    public static void GetFirstByLowestScore_NoSuchSet_IsNull(StorageUnderTest storage) => storage.Use(connection =>
    {
        Assert.Null(connection.GetFirstByLowestScoreFromSet("none", 0, 1));
        Assert.Empty(connection.GetFirstByLowestScoreFromSet("none", 0, 1, 10));
    });

    public static void GetFirstByLowestScore_IsTheLowestInRange(StorageUnderTest storage)
    {
        Sets.Scored(storage);
        storage.Use(connection =>
        {
            Assert.Equal("low", connection.GetFirstByLowestScoreFromSet("scored", -100, 100));
            Assert.Equal("zero", connection.GetFirstByLowestScoreFromSet("scored", -1, 100));
            Assert.Equal("middle", connection.GetFirstByLowestScoreFromSet("scored", 1, 100));
        });
    }

    public static void GetFirstByLowestScore_BothEnds_AreIncluded(StorageUnderTest storage)
    {
        Sets.Scored(storage);
        storage.Use(connection =>
        {
            Assert.Equal("low", connection.GetFirstByLowestScoreFromSet("scored", -1.5, -1.5));
            Assert.Equal("middle", connection.GetFirstByLowestScoreFromSet("scored", 1.5, 1.5));
            Assert.Equal("high", connection.GetFirstByLowestScoreFromSet("scored", 2, 10.5));
        });
    }

    public static void GetFirstByLowestScore_OutOfRange_IsNull(StorageUnderTest storage)
    {
        Sets.Scored(storage);
        storage.Use(connection =>
        {
            Assert.Null(connection.GetFirstByLowestScoreFromSet("scored", 10.6, 100));
            Assert.Null(connection.GetFirstByLowestScoreFromSet("scored", -100, -1.6));
            Assert.Null(connection.GetFirstByLowestScoreFromSet("scored", 2, 10));
        });
    }

    public static void GetFirstByLowestScore_Batch_IsOrderedAndLimited(StorageUnderTest storage)
    {
        Sets.Scored(storage);
        storage.Use(connection =>
        {
            Assert.Equal(["low", "zero"], connection.GetFirstByLowestScoreFromSet("scored", -100, 100, 2));
            Assert.Equal(["zero", "middle"], connection.GetFirstByLowestScoreFromSet("scored", 0, 1.5, 10));
            Assert.Equal(["low", "zero", "middle", "high"], connection.GetFirstByLowestScoreFromSet("scored", -100, 100, 10));
            Assert.Empty(connection.GetFirstByLowestScoreFromSet("scored", 11, 100, 10));
        });
    }

    public static void GetFirstByLowestScore_LargeScores_AreExact(StorageUnderTest storage)
    {
        const double timestamp = 1_798_761_600;
        storage.Write(transaction =>
        {
            transaction.AddToSet("schedule", "later", timestamp + 1);
            transaction.AddToSet("schedule", "sooner", timestamp);
        });
        storage.Use(connection =>
        {
            Assert.Equal("sooner", connection.GetFirstByLowestScoreFromSet("schedule", 0, timestamp));
            Assert.Equal(["sooner"], connection.GetFirstByLowestScoreFromSet("schedule", 0, timestamp, 10));
        });
    }

    public static void AddToSet_WithoutScore_HasScoreZero(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.AddToSet("mine", "a");
            transaction.AddRangeToSet("mine", ["b"]);
        });
        Assert.Equal(["a", "b"], storage.Read(connection => connection.GetFirstByLowestScoreFromSet("mine", 0, 0, 10)).Order());
    }

    public static void AddToSet_KnownValue_TakesTheNewScore(StorageUnderTest storage)
    {
        Sets.Scored(storage);
        storage.Write(transaction => transaction.AddToSet("scored", "low", 20));
        storage.Use(connection =>
        {
            Assert.Equal(4, connection.GetSetCount("scored"));
            Assert.Equal(["zero", "middle", "high", "low"], connection.GetRangeFromSet("scored", 0, 10));
            Assert.Equal("low", connection.GetFirstByLowestScoreFromSet("scored", 20, 20));
        });
    }

    public static void AddToSet_SameValueInTwoSets_HasTwoScores(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.AddToSet("one", "a", 1);
            transaction.AddToSet("two", "a", 2);
        });
        storage.Use(connection =>
        {
            Assert.Equal("a", connection.GetFirstByLowestScoreFromSet("one", 1, 1));
            Assert.Equal("a", connection.GetFirstByLowestScoreFromSet("two", 2, 2));
            Assert.Null(connection.GetFirstByLowestScoreFromSet("one", 2, 2));
        });
    }
}
