using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Storefront.Features.Members;

/// <summary>What the link of an invitation shows; only a hash is kept. It has 256 random bits, so that the hash needs no salt.</summary>
public static class InvitationCode
{
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
