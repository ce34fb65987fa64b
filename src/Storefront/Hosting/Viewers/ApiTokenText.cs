using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Storefront.Hosting.Viewers;

/// <summary>The text of a token: shown once, kept as a hash. It has 256 random bits, so that the hash needs no salt.</summary>
public static class ApiTokenText
{
    private const string Prefix = "sf_";

    public static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
