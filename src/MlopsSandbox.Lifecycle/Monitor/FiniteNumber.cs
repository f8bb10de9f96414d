using System.Text.Json;

namespace MlopsSandbox.Lifecycle.Monitor;

/// <summary>Numbers that JSON has no word for are written as null: not defined, or never reached.</summary>
internal static class FiniteNumber
{
    public static void Write(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value)) writer.WriteNumber(name, value);
        else writer.WriteNull(name);
    }
}
