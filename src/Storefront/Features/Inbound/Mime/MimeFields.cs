using System.Net.Mail;

namespace Storefront.Features.Inbound.Mime;

/// <summary>Fields of headers: lists whose items may be quoted, and addresses.</summary>
internal static class MimeFields
{
    private const int MostAddresses = 100;

    /// <summary>The items between separators that stand in no quotes.</summary>
    public static List<string> Split(string text, char separator)
    {
        var (items, begin, quoted) = (new List<string>(), 0, false);
        for (var index = 0; index < text.Length; index++)
        {
            quoted ^= text[index] == '"';
            if (text[index] == separator && !quoted)
            {
                items.Add(text[begin..index]);
                begin = index + 1;
            }
        }

        items.Add(text[begin..]);
        return items;
    }

    /// <summary>Addresses in small letters with the names before them; what is no address is left out.</summary>
    public static List<(string Name, string Email)> Addresses(string? header) =>
    [
        .. Split(header ?? "", ',').Take(MostAddresses).Select(Address).Where(address => address.Email.Length > 0),
    ];

    /// <summary>Ids of messages, without their angle brackets.</summary>
    public static IEnumerable<string> MessageIds(string? header) =>
        (header ?? "").Split(['<', '>', ' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(id => id.Contains('@', StringComparison.Ordinal)).Take(100);

    private static (string Name, string Email) Address(string text)
    {
        var (open, close) = (text.LastIndexOf('<'), text.LastIndexOf('>'));
        var (name, email) = open >= 0 && close > open ? (text[..open], text[(open + 1)..close]) : ("", text);
        return MailAddress.TryCreate(email.Trim(), out var address) && address.Address.Length <= 254
            ? (MimeDecoding.ToHeader(name.Trim().Trim('"')), address.Address.ToLowerInvariant())
            : ("", "");
    }
}
