using System.Text.Json;

namespace MlopsSandbox.Shapes;

/// <summary>JSON that somebody sent.</summary>
internal static class ReceivedJson
{
    /// <summary>The value of a text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="place">Where it came from, for the message.</param>
    /// <exception cref="FormatException">It is not JSON; the message says at which line and column.</exception>
    public static JsonElement Parse(string json, string place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.Clone();
        }
        catch (JsonException failure)
        {
            throw new FormatException(FormattableString.Invariant($"{place}:{failure.LineNumber + 1}:{failure.BytePositionInLine + 1}: this is not JSON: {failure.Message.Split(" LineNumber:")[0]}"), failure);
        }
    }
}
