using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Drafts;
using Storefront.Features.Inbound;
using Storefront.Features.Meetings;
using Storefront.Features.Members;
using Storefront.Features.Notifications;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Leaving.Erasure;

/// <summary>Removes who a person is. Its row stays, so that what it did stays somebody's, without a name.</summary>
internal static class PersonRows
{
    private const string? None = null;

    private static readonly byte[] NoBytes = [];

    /// <param name="db">The transaction's.</param>
    /// <param name="user">The person, tracked.</param>
    /// <param name="name">What others see from now on.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task EraseAsync(StorefrontDb db, User user, string name, CancellationToken cancellationToken)
    {
        var (id, email) = (user.Id, user.Email ?? "");
        await SignInsAsync(db, id, cancellationToken);
        await db.Set<NewTicketDraft>().Where(row => row.AuthorId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<TicketDraft>().Where(row => row.AuthorId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<NotificationChoice>().Where(row => row.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<NotificationSettings>().Where(row => row.UserId == id).ExecuteDeleteAsync(cancellationToken);
        var number = await db.Set<MessagingLink>().Where(row => row.UserId == id).Select(row => row.Number).SingleOrDefaultAsync(cancellationToken);
        await db.Set<MessagingLink>().Where(row => row.UserId == id).ExecuteDeleteAsync(cancellationToken);
        if (email.Length > 0)
        {
            await WrittenAsync(db, id, email, cancellationToken);
        }

        if (number is { Length: > 0 })
        {
            await WrittenAsync(db, id, number, cancellationToken);
        }

        user.DisplayName = name;
        (user.Email, user.NormalizedEmail, user.EmailConfirmed) = (null, null, false);
        user.UserName = user.NormalizedUserName = id.ToString();
        (user.PhoneNumber, user.PhoneNumberConfirmed, user.PasswordHash, user.TwoFactorEnabled) = (null, false, null, false);
        (user.Language, user.TimeZone, user.IsErased) = (null, null, true);
        user.SecurityStamp = Guid.CreateVersion7().ToString("N");
    }

    /// <summary>By which it signed in, and what acted in its name.</summary>
    private static async Task SignInsAsync(StorefrontDb db, UserId id, CancellationToken cancellationToken)
    {
        await db.Set<ApiToken>().Where(row => row.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserClaim<UserId>>().Where(row => row.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserLogin<UserId>>().Where(row => row.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserToken<UserId>>().Where(row => row.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<IdentityUserPasskey<UserId>>().Where(row => row.UserId == id).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>What was written to an address or number, and what came from it.</summary>
    private static async Task WrittenAsync(StorefrontDb db, UserId id, string address, CancellationToken cancellationToken)
    {
        var small = address.ToLowerInvariant();

        // A letter that has two small forms stands in invitations in the one that its capital has.
        var invited = InvitedAddress.Of(address.ToUpperInvariant());
        await db.Set<Invitation>().Where(row => row.Email == invited).ExecuteDeleteAsync(cancellationToken);
        await db.Set<MailRow>().Where(row => row.RecipientId == id || row.To == address || row.To == small || row.To == invited).ExecuteDeleteAsync(cancellationToken);
        await db.Set<InboundMessage>().Where(row => row.Sender == small).ExecuteUpdateAsync(
            row => row.SetProperty(message => message.Raw, NoBytes).SetProperty(message => message.Sender, None)
                .SetProperty(message => message.Subject, None).SetProperty(message => message.LastError, None),
            cancellationToken);
        await db.Set<Meeting>().Where(row => row.Email == address || row.Email == small).ExecuteUpdateAsync(
            row => row.SetProperty(meeting => meeting.Name, AccountRows.Gone).SetProperty(meeting => meeting.Email, "").SetProperty(meeting => meeting.Topic, None),
            cancellationToken);
    }
}
