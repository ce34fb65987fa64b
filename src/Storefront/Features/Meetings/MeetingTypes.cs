using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Desk;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Meetings;

/// <summary>A meeting.</summary>
[ObjectType("Meeting")]
public sealed class MeetingView(Meeting meeting)
{
    /// <summary>The id by which it is moved and called off.</summary>
    [ID]
    public Guid Id => meeting.Id.Value;

    /// <summary>Why it is held.</summary>
    public MeetingKind Kind => meeting.Kind;

    /// <summary>Whether it stands or was called off.</summary>
    public MeetingStatus Status => meeting.Status;

    /// <summary>When it begins.</summary>
    public Instant StartsAt => meeting.StartsAt;

    /// <summary>When it is over.</summary>
    public Instant EndsAt => meeting.EndsAt;

    /// <summary>Name of who comes from the customer's side.</summary>
    public string Name => meeting.Name;

    /// <summary>What it is to be about; null when nothing was said.</summary>
    public string? Topic => meeting.Topic;
}

/// <summary>A time that a meeting can begin.</summary>
/// <param name="StartsAt">When it would begin.</param>
/// <param name="EndsAt">When it would be over.</param>
[ObjectType("MeetingSlot")]
public sealed record MeetingSlotView(Instant StartsAt, Instant EndsAt);

/// <summary>When the house has time.</summary>
[QueryType]
public static class MeetingQueries
{
    /// <summary>Every time of the coming weeks that is free for a meeting, in order; public.</summary>
    [ListSize(AssumedSize = 200)]
    public static async Task<IReadOnlyList<MeetingSlotView>> MeetingSlotsAsync(MeetingReader reader, CancellationToken cancellationToken) =>
        [.. (await reader.FreeAsync(cancellationToken)).Select(slot => new MeetingSlotView(slot.Start, slot.End))];
}

/// <summary>An account's meetings.</summary>
[ExtendObjectType<AccountView>]
public static class AccountMeetings
{
    /// <summary>The meetings that are not over and were not called off, the next first.</summary>
    [Authorize(Scopes = [TicketScopes.Read])]
    [ListSize(AssumedSize = 10)]
    public static async Task<IReadOnlyList<MeetingView>> MeetingsAsync(
        [Parent] AccountView account, MeetingReader reader, CancellationToken cancellationToken) =>
        [.. (await reader.ListAsync(account.AccountId, cancellationToken)).Coming.Select(meeting => new MeetingView(meeting))];
}

/// <summary>Meetings, as programs agree on them.</summary>
[MutationType]
[Error<NotFound>]
public static class MeetingMutations
{
    /// <summary>Books a meeting of the viewer's account; the invitation comes by mail.</summary>
    /// <param name="startsAt">One of `meetingSlots`.</param>
    /// <param name="ticketId">The ticket that it is about; null for a first meeting.</param>
    /// <param name="topic">What it is to be about, up to 1000 characters.</param>
    /// <param name="idempotencyKey">The same key with the same input books one meeting.</param>
    /// <param name="viewer">Who comes.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="languages">In which the invitation is written.</param>
    /// <param name="zone">In which times are written.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<ReadOnlyMember>]
    [Error<MeetingTimeNotOffered>]
    [Error<MeetingTimeTaken>]
    [Error<MeetingNotOffered>]
    [Error<TooManyMeetings>]
    [Error<Domain.Tickets.TextNotValid>]
    [Error<EmailNotValid>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<MeetingView>> BookMeetingAsync(
        Instant startsAt,
        [ID("Ticket")] TicketKey? ticketId,
        string? topic,
        string idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        BookMeeting action,
        MeetingReader reader,
        SiteLanguages languages,
        ReaderZone zone,
        CancellationToken cancellationToken)
    {
        if (viewer.AccountId is null || (ticketId is { } ticket && ticket.AccountId != viewer.AccountId))
        {
            return new NotFound(ticketId is null ? "account" : "ticket");
        }

        var input = new BookMeetingInput(startsAt, null, null, topic, ticketId?.Id, languages.Current.Code, zone.Zone.Id, idempotencyKey);
        return await ShownAsync(await action.HandleAsync(input, viewer, cancellationToken), reader, cancellationToken);
    }

    /// <summary>Moves a meeting to another time that is free. Staff move any; a customer its own, some hours before at the latest.</summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="startsAt">One of `meetingSlots`.</param>
    /// <param name="viewer">Who moves it.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize]
    [Error<MeetingNotChangeable>]
    [Error<MeetingTimeNotOffered>]
    [Error<MeetingTimeTaken>]
    public static async Task<Result<MeetingView>> MoveMeetingAsync(
        [ID] Guid meetingId,
        Instant startsAt,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ChangeMeeting action,
        MeetingReader reader,
        CancellationToken cancellationToken) => await MayAsync(meetingId, viewer, reader, cancellationToken) is { } id
            ? await ShownAsync(await action.MoveAsync(id, startsAt, viewer.IsStaff, cancellationToken), reader, cancellationToken)
            : new NotFound("meeting");

    /// <summary>Calls a meeting off. Staff call off any; a customer its own, some hours before at the latest.</summary>
    /// <param name="meetingId">The meeting.</param>
    /// <param name="viewer">Who calls it off.</param>
    /// <param name="action">The action.</param>
    /// <param name="reader">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize]
    [Error<MeetingNotChangeable>]
    public static async Task<Result<MeetingView>> CancelMeetingAsync(
        [ID] Guid meetingId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ChangeMeeting action,
        MeetingReader reader,
        CancellationToken cancellationToken) => await MayAsync(meetingId, viewer, reader, cancellationToken) is { } id
            ? await ShownAsync(await action.CancelAsync(id, viewer.IsStaff, cancellationToken), reader, cancellationToken)
            : new NotFound("meeting");

    // A token needs the area of what it changes: tickets of a customer, the desk of staff.
    private static async Task<MeetingId?> MayAsync(Guid meeting, Viewer viewer, MeetingReader reader, CancellationToken cancellationToken) =>
        viewer.HasScope(viewer.IsStaff ? DeskScopes.Write : TicketScopes.Write)
        && await reader.FindAsync(new MeetingId(meeting), cancellationToken) is { } found
        && ChangeMeeting.MayChange(viewer, found)
            ? found.Id
            : null;

    private static async Task<Result<MeetingView>> ShownAsync(Result<MeetingId> done, MeetingReader reader, CancellationToken cancellationToken) =>
        done.Refusal is { } refusal ? refusal : new MeetingView((await reader.FindAsync(done.Value, cancellationToken))!);
}
