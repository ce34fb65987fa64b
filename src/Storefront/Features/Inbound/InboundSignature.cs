using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Storefront.Features.Inbound;

/// <summary>
/// How a caller proves that it knows the secret: <c>t=1700000000,v1=…</c>, the second HMAC-SHA256 in hexadecimal of the seconds since 1970, a
/// full stop and the body.
/// </summary>
public sealed class InboundSignature
{
    public const string Header = "Storefront-Signature";

    /// <summary>Characters of a header that is looked at; what is longer is none.</summary>
    private const int LongestHeader = 1000;

    /// <summary>How many signatures of a header are tried: one, and others while a secret is replaced.</summary>
    private const int MostSignatures = 5;

    /// <summary>How far the caller's clock may be from ours.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly string seconds;
    private readonly List<byte[]> given;

    private InboundSignature(string seconds, List<byte[]> given) => (this.seconds, this.given) = (seconds, given);

    public static string Create(ReadOnlySpan<byte> body, string secret, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"t={seconds},v1={Convert.ToHexStringLower(Sign(seconds, body, secret))}";
    }

    /// <summary>What the header says, before the body is known; null where it is no signature, or none of now.</summary>
    public static InboundSignature? Read(string? header, DateTimeOffset now)
    {
        if (header is not { Length: > 0 and <= LongestHeader })
        {
            return null;
        }

        var fields = header.Split(',').Select(field => field.Split('=', 2)).Where(pair => pair.Length == 2).ToLookup(pair => pair[0].Trim(), pair => pair[1].Trim());
        var seconds = fields["t"].FirstOrDefault() ?? "";
        List<byte[]> given =
        [
            .. fields["v1"].Where(text => text.Length == HMACSHA256.HashSizeInBytes * 2 && text.All(char.IsAsciiHexDigit)).Take(MostSignatures).Select(Convert.FromHexString),
        ];
        return given.Count > 0
            && long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && Math.Abs(at - now.ToUnixTimeSeconds()) <= Tolerance.TotalSeconds
            ? new InboundSignature(seconds, given)
            : null;
    }

    /// <summary>Whether it was made of that body with one of the secrets.</summary>
    public bool Covers(ReadOnlySpan<byte> body, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            var expected = Sign(seconds, body, secret);
            if (given.Exists(signature => CryptographicOperations.FixedTimeEquals(signature, expected)))
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
