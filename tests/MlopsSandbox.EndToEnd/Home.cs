using Microsoft.Data.Sqlite;

namespace MlopsSandbox.EndToEnd;

/// <summary>A home, and the folder that programs work in who use it.</summary>
internal sealed class Home : IDisposable
{
    private readonly bool _isKept;

    /// <summary>A home to be made in an empty folder, which is gone after the test.</summary>
    public Home()
    {
        Folder = Directory.CreateTempSubdirectory("mlops-").FullName;
        Path = System.IO.Path.Combine(Folder, ".mlops");
    }

    private Home(string path) => (Path, Folder, _isKept) = (path, System.IO.Path.GetDirectoryName(path)!, true);

    public string Folder { get; }

    public string Path { get; }

    /// <summary>What a program that works in <see cref="Folder"/> has to be told to use this home.</summary>
    public string[] Options => _isKept ? ["--home", Path] : [];

    /// <summary>A home that there is, used in its place and kept.</summary>
    public static Home At(string path) => new(System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path)));

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

    /// <summary>Changes one of the home's databases as somebody would who meddles with it.</summary>
    public void Meddle(string database, string sql)
    {
        using SqliteConnection connection = new($"Data Source={System.IO.Path.Combine(Path, database)};Pooling=False;Default Timeout=30");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests write the text
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
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

    public void Dispose()
    {
        if (!_isKept) Directory.Delete(Folder, recursive: true);
    }

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
