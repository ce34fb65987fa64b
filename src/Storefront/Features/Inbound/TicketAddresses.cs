using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Storefront.Features.Shared;
using Storefront.Features.Tickets;
using Storefront.Hosting;

namespace Storefront.Features.Inbound;

/// <summary>
/// The addresses of tickets: the house's own, with the ticket's number and a mark that only the house can make. Mail to one belongs to that
/// ticket, if its sender does.
/// </summary>
public sealed partial class TicketAddresses(StorefrontSettings settings)
{
    private const int MarkLength = 16;
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Where new requests go by mail; null where none are taken.</summary>
    public string? House => settings.Inbound?.Address.Address;

    /// <summary>Where mail about a ticket goes; null where none is taken.</summary>
    public string? Of(TicketKey key, int number) => settings.Inbound is { } inbound
        ? string.Create(CultureInfo.InvariantCulture, $"{inbound.Address.User}+{number}.{Mark(key, inbound.Secrets[0])}@{inbound.Address.Host}")
        : null;

    /// <summary>The number in an address of a ticket, which proves nothing yet; null when it is none.</summary>
    public int? NumberIn(string email) => Match(email) is { } match && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : null;

    /// <summary>Whether an address was made by this house for that ticket.</summary>
    public bool IsOf(string email, TicketKey key)
    {
        var mark = Encoding.ASCII.GetBytes(Match(email)?.Groups[2].Value ?? "");
        return settings.Inbound is { } inbound
            && inbound.Secrets.Any(secret => CryptographicOperations.FixedTimeEquals(mark, Encoding.ASCII.GetBytes(Mark(key, secret))));
    }

    /// <summary>Whether mail from there would be from ourselves.</summary>
    public bool IsOwn(string email) =>
        Is(email, settings.Smtp?.From.Address) || (settings.Inbound is { } inbound && (Is(email, inbound.Address.Address) || Match(email) is not null));

    /// <summary>Whether the house writes to it: it is an address, and none of the house's own.</summary>
    public bool CanReach(string email) => EmailAddress.IsOne(email) && !IsOwn(email);

    private static bool Is(string email, string? own) => own is not null && email.Equals(own, StringComparison.OrdinalIgnoreCase);

    private Match? Match(string email)
    {
        var (at, address) = (email.LastIndexOf('@'), settings.Inbound?.Address);
        return at > 0 && address is not null
            && email[(at + 1)..].Equals(address.Host, StringComparison.OrdinalIgnoreCase)
            && email.StartsWith(address.User + "+", StringComparison.OrdinalIgnoreCase)
            && Tag().Match(email[(address.User.Length + 1)..at].ToLowerInvariant()) is { Success: true } match
                ? match
                : null;
    }

    private static string Mark(TicketKey key, string secret)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes($"ticket:{key.AccountId.Value:N}:{key.Id.Value:N}"));
        return string.Concat(hash.Take(MarkLength).Select(part => Letters[part % Letters.Length]));
    }

    [GeneratedRegex("^([0-9]{1,9})\\.([a-z0-9]{16})$")]
    private static partial Regex Tag();
}
