using Hangfire.Storage;

namespace MlopsSandbox.HangfireConformance.Connection;

/// <summary>Hashes: fields by name, merged field by field.</summary>
public static class Hashes
{
    public static void Reading_NoSuchHash_FindsNothing(StorageUnderTest storage) => storage.Use(connection =>
    {
        Assert.Null(connection.GetAllEntriesFromHash("none"));
        Assert.Null(connection.GetValueFromHash("none", "field"));
        Assert.Equal(0, connection.GetHashCount("none"));
        Assert.True(connection.GetHashTtl("none") < TimeSpan.Zero);
    });

    public static void SetRangeInHash_OnConnection_IsReadBack(StorageUnderTest storage) => storage.Use(connection =>
    {
        connection.SetRangeInHash("mine", Fields(("a", "1"), ("b", "2")));
        AssertFields(connection, ("a", "1"), ("b", "2"));
    });

    public static void SetRangeInHash_OnConnection_KeepsOtherFields(StorageUnderTest storage) => storage.Use(connection =>
    {
        connection.SetRangeInHash("mine", Fields(("a", "1"), ("b", "2")));
        connection.SetRangeInHash("mine", Fields(("b", "new"), ("c", "3")));
        AssertFields(connection, ("a", "1"), ("b", "new"), ("c", "3"));
    });

    public static void SetRangeInHash_OnConnection_Nothing_MakesNoHash(StorageUnderTest storage) => storage.Use(connection =>
    {
        connection.SetRangeInHash("mine", Fields());
        Assert.Null(connection.GetAllEntriesFromHash("mine"));
    });

    public static void SetRangeInHash_InTransaction_KeepsOtherFields(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.SetRangeInHash("mine", Fields(("a", "1"), ("b", "2"))));
        storage.Write(transaction => transaction.SetRangeInHash("mine", Fields(("b", "new"), ("c", "3"))));
        storage.Use(connection => AssertFields(connection, ("a", "1"), ("b", "new"), ("c", "3")));
    }

    public static void SetRangeInHash_InTransaction_Nothing_MakesNoHash(StorageUnderTest storage)
    {
        storage.Write(transaction => transaction.SetRangeInHash("mine", Fields()));
        Assert.Null(storage.Read(connection => connection.GetAllEntriesFromHash("mine")));
    }

    public static void SetRangeInHash_FieldWithoutValue_IsKept(StorageUnderTest storage)
    {
        storage.Use(connection => connection.SetRangeInHash("mine", Fields(("a", null))));
        storage.Write(transaction => transaction.SetRangeInHash("mine", Fields(("b", null))));
        storage.Use(connection => AssertFields(connection, ("a", null), ("b", null)));
    }

    public static void SetRangeInHash_SameFieldTwice_TakesTheLast(StorageUnderTest storage)
    {
        storage.Write(transaction =>
        {
            transaction.SetRangeInHash("mine", Fields(("a", "first")));
            transaction.SetRangeInHash("mine", Fields(("a", "last")));
        });
        storage.Use(connection => AssertFields(connection, ("a", "last")));
    }

    public static void SetRangeInHash_AnotherHash_StaysAsItIs(StorageUnderTest storage) => storage.Use(connection =>
    {
        connection.SetRangeInHash("mine", Fields(("a", "1")));
        connection.SetRangeInHash("other", Fields(("a", "2")));
        AssertFields(connection, ("a", "1"));
    });

    public static void GetValueFromHash_ReadsOneField(StorageUnderTest storage) => storage.Use(connection =>
    {
        connection.SetRangeInHash("mine", Fields(("a", "1"), ("b", "2")));
        Assert.Equal("2", connection.GetValueFromHash("mine", "b"));
        Assert.Null(connection.GetValueFromHash("mine", "c"));
    });

    public static void GetHashCount_CountsFieldsOfThisHash(StorageUnderTest storage) => storage.Use(connection =>
    {
        connection.SetRangeInHash("mine", Fields(("a", "1"), ("b", "2")));
        connection.SetRangeInHash("other", Fields(("a", "1")));
        Assert.Equal(2, connection.GetHashCount("mine"));
    });

    public static void RemoveHash_TakesAllFieldsOfThisHash(StorageUnderTest storage)
    {
        storage.Use(connection =>
        {
            connection.SetRangeInHash("mine", Fields(("a", "1"), ("b", "2")));
            connection.SetRangeInHash("other", Fields(("a", "1")));
        });
        storage.Write(transaction =>
        {
            transaction.RemoveHash("mine");
            transaction.RemoveHash("none");
        });
        storage.Use(connection =>
        {
            Assert.Null(connection.GetAllEntriesFromHash("mine"));
            Assert.Equal(1, connection.GetHashCount("other"));
        });
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string? Value)[] fields) =>
        fields.Select(field => KeyValuePair.Create(field.Name, field.Value!));

    private static void AssertFields(JobStorageConnection connection, params (string Name, string? Value)[] fields) =>
        Assert.Equal(fields, connection.GetAllEntriesFromHash("mine").Select(field => (field.Key,
            (string?)field.Value)).OrderBy(field => field.Key, StringComparer.Ordinal));
}
