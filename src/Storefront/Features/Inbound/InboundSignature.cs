using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Storefront.Features.Inbound;

/// <summary>
/// How a caller proves that it knows the secret: <c>t=1700000000,v1=…</c>, the second HMAC-SHA256 in hexadecimal of the seconds since 1970, a
/// full stop and the body.
/// </summary>
public static class InboundSignature
{
    public const string Header = "Storefront-Signature";

    /// <summary>How far the caller's clock may be from ours.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string Create(ReadOnlySpan<byte> body, string secret, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(Sign(seconds, body, secret))}";
    }

    public static bool IsValid(string? header, ReadOnlySpan<byte> body, IEnumerable<string> secrets, DateTimeOffset now)
    {
        var fields = (header ?? "").Split(',').Select(field => field.Split('=', 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0].Trim(), pair => pair[1].Trim());
        var seconds = fields["t"].FirstOrDefault() ?? "";
        if (!long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || Math.Abs(at - now.ToUnixTimeSeconds()) > Tolerance.TotalSeconds)
        {
            return false;
        }

        foreach (var secret in secrets)
        {
            var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Sign(seconds, body, secret)));
            if (fields["v1"].Take(5).Any(given => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(given), expected)))
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] Sign(string seconds, ReadOnlySpan<byte> body, string secret)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.ASCII.GetBytes(seconds + "."));
        hmac.AppendData(body);
        return hmac.GetHashAndReset();
    }
}
