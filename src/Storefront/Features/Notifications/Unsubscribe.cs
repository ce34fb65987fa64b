using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>Ends the mails of one kind, or all that can be ended, for whom the link was made, signed in or not (RFC 8058).</summary>
public sealed class Unsubscribe(AccountTransactions transactions, UnsubscribeLinks links)
{
    /// <summary>The kind that the link was made for, or <see cref="NotFound"/> for a link that was not made here. Twice is once.</summary>
    public async Task<Result<MailKind>> HandleAsync(string? token, bool everything, CancellationToken cancellationToken) =>
        links.Read(token) is var (user, kind)
            ? await transactions.RunAsync<MailKind>(
                async (scope, cancel) =>
                {
                    if (!await scope.Db.Users.AnyAsync(row => row.Id == user && !row.IsErased, cancel))
                    {
                        return new NotFound("link");
                    }

                    foreach (var ended in await EndedAsync(scope, user, kind, everything, cancel))
                    {
                        await NotificationChoices.SetAsync(scope, user, ended, MailTiming.Off, cancel);
                    }

                    return kind;
                },
                cancellationToken)
            : new NotFound("link");

    /// <summary>The day's mail is ended by ending what comes in it.</summary>
    private static async Task<IReadOnlyList<MailKind>> EndedAsync(
        StoreScope scope, UserId user, MailKind kind, bool everything, CancellationToken cancellationToken) =>
        everything ? MailKinds.Optional
        : kind.IsOptional() ? [kind]
        : await scope.Db.Set<NotificationChoice>().Where(choice => choice.UserId == user && choice.Timing == MailTiming.Daily)
            .Select(choice => choice.Kind).ToListAsync(cancellationToken);
}
