using System.Text;
using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>The file of a home that keeps each notification as a line of JSON.</summary>
internal static class AlertLog
{
    /// <summary>The file's name.</summary>
    public const string Name = "alerts.log";

    /// <summary>Appends a line; several processes may do so at once.</summary>
    /// <exception cref="AlertSinkException">The file cannot be written.</exception>
    public static async Task AppendAsync(string home, JsonElement payload, CancellationToken cancellation)
    {
        string path = Path.Combine(home, Name);
        byte[] line = Encoding.UTF8.GetBytes(JsonSerializer.Serialize(payload) + "\n");
        try
        {
            await using FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
            await file.WriteAsync(line, cancellation).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new AlertSinkException($"{path}: {cause.Message}", isFinal: false, cause);
        }
    }
}
