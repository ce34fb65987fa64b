using System.Security.Cryptography;

namespace Storefront.GraphQL.Execution.PersistedDocuments;

/// <summary>The SHA-256 of a document's text in UTF-8.</summary>
internal readonly record struct DocumentHash(ulong First, ulong Second, ulong Third, ulong Fourth)
{
    private const string Scheme = "sha256:";

    public static DocumentHash Of(ReadOnlySpan<byte> document)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(document, hash);
        return From(hash);
    }

    /// <summary>Reads 64 hexadecimal digits, with or without <c>sha256:</c> before them.</summary>
    public static bool TryParse(string text, out DocumentHash hash)
    {
        var digits = text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text.AsSpan(Scheme.Length) : text;
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        var isHash = digits.Length == 2 * SHA256.HashSizeInBytes
            && Convert.FromHexString(digits, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        hash = isHash ? From(bytes) : default;
        return isHash;
    }

    private static DocumentHash From(ReadOnlySpan<byte> bytes) =>
        new(BitConverter.ToUInt64(bytes), BitConverter.ToUInt64(bytes[8..]), BitConverter.ToUInt64(bytes[16..]), BitConverter.ToUInt64(bytes[24..]));
}
