using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Storefront.GraphQL.Types.Relay;

/// <summary>
/// Node ids (Relay): base64url of <c>Type:key</c>, a record's parts separated by colons. Opaque to clients, not secret: whoever finds an object by an id
/// checks whose it is.
/// </summary>
public static class NodeIdSerializer
{
    private const int LongestId = 1024;

    /// <summary>The id of an object.</summary>
    /// <exception cref="ArgumentException">The key's type cannot be a key.</exception>
    public static string Format(string typeName, object key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var codec = KeyCodec.For(key.GetType()) ?? throw new ArgumentException($"{key.GetType()} cannot be the key of a node.", nameof(key));
        return Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{typeName}:{codec.Format(key)}"));
    }

    /// <summary>Reads the type's name from an id.</summary>
    public static bool TryParseTypeName(string id, [NotNullWhen(true)] out string? typeName) => TrySplit(id, out typeName, out _);

    /// <summary>Reads an id of a known type.</summary>
    public static bool TryParse(string id, string typeName, Type keyType, [NotNullWhen(true)] out object? key)
    {
        ArgumentNullException.ThrowIfNull(keyType);
        key = null;
        return TrySplit(id, out var name, out var text)
            && name == typeName
            && KeyCodec.For(keyType) is { } codec
            && codec.TryParse(text, out key)
            && key is not null;
    }

    /// <summary>Reads an id of a known type.</summary>
    public static bool TryParse<TKey>(string id, string typeName, [MaybeNullWhen(false)] out TKey key)
    {
        var isValid = TryParse(id, typeName, typeof(TKey), out var value);
        key = isValid ? (TKey)value! : default;
        return isValid;
    }

    private static bool TrySplit(string id, [NotNullWhen(true)] out string? typeName, [NotNullWhen(true)] out string? key)
    {
        (typeName, key) = (null, null);
        if (string.IsNullOrEmpty(id) || id.Length > LongestId || !Base64Url.IsValid(id))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(id));
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return false;
        }

        (typeName, key) = (text[..colon], text[(colon + 1)..]);
        return true;
    }
}
