using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Notifications;

/// <summary>Writes when somebody is sent the mails of a kind.</summary>
internal static class NotificationChoices
{
    public static async Task SetAsync(StoreScope scope, UserId user, MailKind kind, MailTiming timing, CancellationToken cancellationToken)
    {
        var row = scope.Db.Set<NotificationChoice>().Local.FirstOrDefault(choice => choice.UserId == user && choice.Kind == kind)
            ?? await scope.Db.Set<NotificationChoice>().SingleOrDefaultAsync(choice => choice.UserId == user && choice.Kind == kind, cancellationToken);
        if (row is null)
        {
            scope.Db.Add(new NotificationChoice { UserId = user, Kind = kind, Timing = timing });
        }
        else
        {
            row.Timing = timing;
        }
    }
}
