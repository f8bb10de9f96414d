using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MlopsSandbox.Lifecycle.Scenarios;

namespace MlopsSandbox.Lifecycle.Monitor.Comparison.Profiles;

/// <summary>Stores the profile of a baseline as JSON, so that it need not be computed again. Equal profiles give equal bytes.</summary>
public static class ProfileJson
{
    private const string Format = "mlops-drift-profile";
    private const int Version = 1;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private sealed record Stored(string Format, int Version, string Checksum, FileProfile Profile);

    /// <summary>True for a file that begins as JSON does.</summary>
    public static bool IsProfile(string path)
    {
        if (!File.Exists(path)) return false;
        try
        {
            using FileStream file = File.OpenRead(path);
            byte[] begin = new byte[64];
            return begin.AsSpan(0, file.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false)).TrimStart(" \t\r\n"u8).StartsWith("{"u8);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;   // whoever opens it for reading says why
        }
    }

    /// <summary>The bytes of a profile, with a checksum.</summary>
    public static byte[] Write(FileProfile profile) => JsonSerializer.SerializeToUtf8Bytes(new Stored(Format, Version, Checksum(profile), profile), Options);

    /// <summary>Reads what <see cref="Write"/> wrote; blanks and line ends between values may have been changed.</summary>
    /// <exception cref="ScenarioException">It is no profile, one of another version, or it was damaged or changed by hand.</exception>
    public static FileProfile Read(string path)
    {
        Stored? stored = Parsed(path);
        if (stored is not { Format: Format, Profile: { } profile })
            throw new ScenarioException($"{path}: this JSON is no drift profile; expected one that 'drift profile' wrote, or rows as CSV or Parquet. Make one with 'drift profile FILE --out {Path.GetFileName(path)}'.");
        if (stored.Version != Version)
            throw new ScenarioException(FormattableString.Invariant($"{path}: this drift profile has version {stored.Version}; expected {Version}. Make it again from its file with 'drift profile'."));
        string? problem = profile.Problems().FirstOrDefault();
        if (problem is null && Checksum(profile) != stored.Checksum) problem = "its checksum does not fit its content";
        return problem is null ? profile : throw new ScenarioException($"{path}: this drift profile was damaged or changed ({problem}); expected it as it was written. Make it again from its file with 'drift profile'.");
    }

    private static Stored? Parsed(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(File.ReadAllBytes(path), Options);
        }
        catch (Exception problem) when (problem is JsonException or NotSupportedException or ArgumentException)
        {
            throw new ScenarioException($"{path}: this JSON can't be read as a drift profile ({problem.Message}); expected one that 'drift profile' wrote, or rows as CSV or Parquet. Make it again from its file.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioException($"{path}: the file can't be read ({problem.Message}); expected one that this user may read. Check its rights.");
        }
    }

    private static string Checksum(FileProfile profile) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(profile, Options)));
}
