using System.Buffers.Text;
using System.Text;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Makes cursors opaque, so that nobody builds on what they hold.</summary>
internal static class CursorText
{
    private const int Longest = 2048;

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    /// <returns>Null where it is no cursor.</returns>
    public static string? Decode(string cursor) =>
        cursor.Length is > 0 and <= Longest && Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : null;
}
