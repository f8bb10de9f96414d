using Microsoft.Data.Sqlite;

namespace MlopsSandbox.EndToEnd;

/// <summary>An empty folder that a program works in, with its home below it; gone after the test.</summary>
internal sealed class Home : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("mlops-").FullName;

    public string Path => System.IO.Path.Combine(Folder, ".mlops");

    /// <summary>Rows of a query on one of the home's databases; none while there is no such database yet.</summary>
    public List<object?[]> Query(string database, string sql)
    {
        string file = System.IO.Path.Combine(Path, database);
        if (!File.Exists(file)) return [];
        using SqliteConnection connection = new($"Data Source={file};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests write the text
        command.CommandText = sql;
#pragma warning restore CA2100
        using SqliteDataReader reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            object?[] row = new object?[reader.FieldCount];
            reader.GetValues(row!);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>Waits until a query on the catalog gives a row: the moment that a test is about.</summary>
    public async Task Reaches(string moment, MlopsProgram program)
    {
        while (!Gives(moment))
        {
            Assert.False(program.HasExited, $"the program ended before this moment: {moment}");
            await Task.Delay(TimeSpan.FromMilliseconds(10));
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private bool Gives(string moment)
    {
        try
        {
            return Query("catalog.db", moment).Count > 0;
        }
        catch (SqliteException)
        {
            return false; // the program is just making the database
        }
    }
}
