using System.Globalization;
using Storefront.Domain.Shared;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Desk.Presence;

/// <summary>Somebody came to a ticket, or went.</summary>
/// <param name="Number">The ticket's number.</param>
/// <param name="User">The person.</param>
/// <param name="Name">What colleagues see of it.</param>
/// <param name="IsHere">Whether it looks at it now.</param>
internal sealed record PresenceNews(int Number, UserId User, string Name, bool IsHere)
{
    // A message of the database has 8 000 bytes at most.
    private const int LongestName = 200;

    private const string Here = "here";
    private const string Left = "left";

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsHere ? Here : Left)} {Number} {User.Value:N} {ShortText.Begin(Name, LongestName)}");

    /// <summary>What <see cref="ToString"/> wrote; null for anything else.</summary>
    public static PresenceNews? Read(string text) =>
        text.Split(' ', 4) is [Here or Left, var number, var user, var name] parts
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var ticket)
        && Guid.TryParseExact(user, "N", out var id)
            ? new PresenceNews(ticket, new UserId(id), name, parts[0] == Here)
            : null;
}
