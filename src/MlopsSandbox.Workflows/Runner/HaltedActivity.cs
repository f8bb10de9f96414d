using System.Text.Json;
using System.Text.Json.Serialization;

namespace MlopsSandbox.Workflows.Runner;

/// <summary>An activity that faulted, or that waited when something faulted.</summary>
/// <param name="NodeId">The activity.</param>
/// <param name="Order">How many executions were scheduled before it.</param>
[JsonConverter(typeof(HaltedActivityConverter))]
public sealed record HaltedActivity(string NodeId, int Order);

/// <summary>As an object; a text, as states of earlier versions have it, is an activity whose order is not known.</summary>
internal sealed class HaltedActivityConverter : JsonConverter<HaltedActivity>
{
    private sealed record Written(string NodeId, int Order);

    public override HaltedActivity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new HaltedActivity(reader.GetString()!, 0);
        var written = JsonSerializer.Deserialize<Written>(ref reader, options)!;
        return new HaltedActivity(written.NodeId, written.Order);
    }

    public override void Write(Utf8JsonWriter writer, HaltedActivity value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, new Written(value.NodeId, value.Order), options);
}
