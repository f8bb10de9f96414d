using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Tests.Torture;

/// <summary>A process's own file of what it did. Each line is on the disk before the process goes on, so that <c>kill -9</c> takes none. What is there is said aloud, for who waits for a moment to kill it.</summary>
internal sealed class ToldLog(string folder, int process) : IDisposable
{
    private const string Extension = ".told";

    private readonly Lock _writing = new();
    private readonly FileStream _file = new(
        Path.Combine(folder, process.ToString(CultureInfo.InvariantCulture) + Extension), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);

    public void Add(Act act, string key, string text = "")
    {
        byte[] line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new Told(process, act, key, text)) + "\n");
        lock (_writing)
        {
            _file.Write(line);
            _file.Flush(flushToDisk: true);
            Console.WriteLine(key);
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>What all processes wrote into a folder, each in its order.</summary>
    public static List<Told> ReadAll(string folder) =>
        [.. Directory.GetFiles(folder, "*" + Extension).SelectMany(File.ReadLines).Select(line => JsonSerializer.Deserialize<Told>(line)!)];
}
