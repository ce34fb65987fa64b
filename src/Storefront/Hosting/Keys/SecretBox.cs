using System.Security.Cryptography;
using System.Text;

namespace Storefront.Hosting.Keys;

/// <summary>Encrypts with a key made from a secret: AES-256-GCM, the key by HKDF-SHA256.</summary>
internal static class SecretBox
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <returns>Nonce, tag and ciphertext, one after the other.</returns>
    public static byte[] Seal(string secret, ReadOnlySpan<byte> plain)
    {
        var box = new byte[NonceSize + TagSize + plain.Length];
        var nonce = box.AsSpan(0, NonceSize);
        var tag = box.AsSpan(NonceSize, TagSize);
        var cipher = box.AsSpan(NonceSize + TagSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(KeyOf(secret), TagSize);
        aes.Encrypt(nonce, plain, cipher, tag);
        return box;
    }

    /// <exception cref="CryptographicException">It was sealed with another secret, or changed since.</exception>
    public static byte[] Open(string secret, ReadOnlySpan<byte> box)
    {
        if (box.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("The box is too short to be one.");
        }

        var plain = new byte[box.Length - NonceSize - TagSize];
        using var aes = new AesGcm(KeyOf(secret), TagSize);
        aes.Decrypt(box[..NonceSize], box[(NonceSize + TagSize)..], box.Slice(NonceSize, TagSize), plain);
        return plain;
    }

    private static byte[] KeyOf(string secret) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), outputLength: 32, info: "storefront data protection keys"u8.ToArray());
}
