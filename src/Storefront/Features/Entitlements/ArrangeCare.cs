using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Entitlements;

/// <summary>Staff say who looks after an account and where its own channel is (FLU-23, FEN-18); the customer sees what its plan includes of it.</summary>
public sealed class ArrangeCare(AccountTransactions transactions)
{
    /// <summary>Most characters of where a channel is.</summary>
    public const int ChannelLength = 300;

    /// <summary>Done, or <see cref="TextNotValid"/>; for anybody but staff there is no such account.</summary>
    /// <param name="account">Whose care.</param>
    /// <param name="contact">A member of staff; null for nobody.</param>
    /// <param name="directChannel">A link or a name of the channel; null or empty for none.</param>
    /// <param name="staff">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Done>> HandleAsync(
        AccountId account, UserId? contact, string? directChannel, Viewer staff, CancellationToken cancellationToken)
    {
        if (!staff.IsStaff)
        {
            return new NotFound("account");
        }

        string? channel = null;
        if (!string.IsNullOrWhiteSpace(directChannel))
        {
            if (!TicketText.Check("directChannel", directChannel, ChannelLength, multiline: false).TryGet(out channel, out var refusal))
            {
                return refusal;
            }
        }

        return await transactions.RunAsync<Done>(account, (scope, token) => SaveAsync(scope, contact, channel, token), cancellationToken);
    }

    private static async Task<Result<Done>> SaveAsync(AccountScope scope, UserId? contact, string? channel, CancellationToken cancellationToken)
    {
        if (contact is { } person && !await StaffOf(scope.Db).AnyAsync(user => user.Id == person, cancellationToken))
        {
            return new NotFound("contact");
        }

        var care = await scope.Db.Set<AccountCare>().SingleOrDefaultAsync(row => row.AccountId == scope.AccountId, cancellationToken);
        if (care is null)
        {
            scope.Db.Add(care = new AccountCare { AccountId = scope.AccountId, UpdatedAt = scope.Now });
        }
        else if (care.ContactId == contact && care.DirectChannel == channel)
        {
            return Done.Value;
        }

        (care.ContactId, care.DirectChannel, care.UpdatedAt) = (contact, channel, scope.Now);
        scope.Append(new AccountCareArranged(contact, channel is not null));
        return Done.Value;
    }

    /// <summary>The house's people.</summary>
    internal static IQueryable<User> StaffOf(StorefrontDb db) => db.Users.Where(user => !user.IsErased
        && db.UserRoles.Any(given => given.UserId == user.Id && db.Roles.Any(role => role.Id == given.RoleId && role.Name == Role.Staff)));
}
