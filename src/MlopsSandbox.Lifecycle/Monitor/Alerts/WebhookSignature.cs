using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MlopsSandbox.Lifecycle.Monitor.Alerts;

/// <summary>The signature of a webhook: HMAC-SHA256 over the time and the body, so that nobody can forge one or send an old one again.</summary>
public static class WebhookSignature
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "Mlops-Signature";

    /// <summary>Such as <c>t=1767225600,v1=5257a8…</c>: Unix seconds, and in hex the HMAC-SHA256 with the secret over <c>t</c>, a dot and the body, all as UTF-8.</summary>
    public static string Of(string secret, DateTimeOffset at, string body)
    {
        string seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] code = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(code)}";
    }
}
