namespace MlopsSandbox.HangfireSqlite.Database;

/// <summary>A state's data. The dashboard asks for keys that a state may lack; <see cref="Find"/> answers null for them.</summary>
internal sealed class StateProperties(IDictionary<string, string> data) : Dictionary<string, string>(data, StringComparer.OrdinalIgnoreCase)
{
    public string? Find(string key) => TryGetValue(key, out var value) ? value : null;
}
