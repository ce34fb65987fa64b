using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Notifications;

/// <summary>When the person who asks is written to.</summary>
[ExtendObjectType<ViewerView>]
public static class ViewerNotifications
{
    /// <summary>Which mails the person is sent, and when. A token reads its maker's.</summary>
    [Authorize(Scopes = [TicketScopes.Read])]
    public static Task<NotificationsView> NotificationsAsync(
        [GlobalState(ApiViewer.Key)] Viewer viewer, NotificationReader reader, CancellationToken cancellationToken) =>
        reader.ReadAsync(viewer.UserId, cancellationToken);
}

/// <summary>What a person decides about its mail.</summary>
[MutationType]
public static class NotificationMutations
{
    /// <summary>Decides which mails the person is sent, and when. What is not given stays; only quiet hours that are not given are taken away.</summary>
    /// <param name="choices">Kinds of mail with when they are sent.</param>
    /// <param name="digestAt">When the day's mail comes, such as `08:00`.</param>
    /// <param name="quietFrom">From when on nothing comes that can wait, such as `22:00`.</param>
    /// <param name="quietTo">Until when, such as `07:00`.</param>
    /// <param name="timeZone">IANA name of the zone that the times are in.</param>
    /// <param name="viewer">Who decides.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<MailAlwaysSent>]
    [Error<TimeOfDayNotValid>]
    [Error<UnknownTimeZone>]
    public static async Task<Result<NotificationsView>> ChangeNotificationsAsync(
        IReadOnlyList<MailChoice>? choices,
        string? digestAt,
        string? quietFrom,
        string? quietTo,
        string? timeZone,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ChangeNotifications action,
        NotificationReader reader,
        CancellationToken cancellationToken)
    {
        var done = await action.HandleAsync(new NotificationsInput(choices ?? [], digestAt, quietFrom, quietTo, timeZone), viewer, cancellationToken);
        return done.Refusal is { } refusal ? refusal : await reader.ReadAsync(viewer.UserId, cancellationToken);
    }
}
