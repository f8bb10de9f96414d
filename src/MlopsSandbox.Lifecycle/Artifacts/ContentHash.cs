using System.Security.Cryptography;

namespace MlopsSandbox.Lifecycle.Artifacts;

/// <summary>Address of an artifact: SHA-256 over its bytes, written <c>sha256:&lt;64 lower-case hex digits&gt;</c>.</summary>
public readonly record struct ContentHash
{
    private const string Prefix = "sha256:";
    private readonly string _text;

    private ContentHash(string text) => _text = text;

    /// <summary>The 64 hex digits without the prefix, as <c>sha256sum</c> prints them.</summary>
    public string Hex => _text[Prefix.Length..];

    /// <summary>The hash of <paramref name="content"/>.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> content) => new(Prefix + Convert.ToHexStringLower(SHA256.HashData(content)));

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is not <c>sha256:</c> and 64 lower-case hex digits.</exception>
    public static ContentHash Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        bool valid = text.StartsWith(Prefix, StringComparison.Ordinal)
            && text.Length == Prefix.Length + 64
            && text.Skip(Prefix.Length).All(char.IsAsciiHexDigitLower);
        return valid ? new ContentHash(text) : throw new FormatException($"'{text}' is not a content hash; expected sha256: and 64 hex digits.");
    }

    /// <inheritdoc/>
    public override string ToString() => _text ?? "sha256:none";
}
