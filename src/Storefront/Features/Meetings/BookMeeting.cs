using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Meetings;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Inbound;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Meetings;

/// <summary>What is needed to agree on a meeting.</summary>
/// <param name="StartsAt">A time that is free.</param>
/// <param name="Name">Who comes; of a customer known already.</param>
/// <param name="Email">Where the invitation goes; of a customer known already.</param>
/// <param name="Topic">What it is to be about; null or empty for nothing in particular.</param>
/// <param name="TicketId">The ticket that it is about; null for none.</param>
/// <param name="Language">In which who comes is written to.</param>
/// <param name="TimeZone">IANA name of the zone in which who comes reads times.</param>
/// <param name="Key">Chosen by who asks: the same key again agrees on nothing more.</param>
public sealed record BookMeetingInput(
    Instant StartsAt, string? Name, string? Email, string? Topic, TicketId? TicketId, string Language, string TimeZone, string Key);

/// <summary>Anybody books a first meeting, and a customer one about a ticket (FLU-22). Two who want the same time at once: one gets it.</summary>
public sealed class BookMeeting(AccountTransactions transactions, MeetingBook book, TicketAddresses addresses, Handbook handbook)
{
    public const int NameLength = 80;

    public const int EmailLength = 200;

    public const int TopicLength = 1000;

    /// <summary>How many meetings that are to come one address can have.</summary>
    public const int Most = 3;

    /// <summary>
    /// The meeting, or <see cref="MeetingTimeTaken"/>, <see cref="MeetingTimeNotOffered"/>, <see cref="MeetingNotOffered"/>,
    /// <see cref="TooManyMeetings"/>, <see cref="TextNotValid"/>, <see cref="EmailNotValid"/>, <see cref="IdempotencyKeyNotValid"/>.
    /// </summary>
    /// <param name="input">What was asked for.</param>
    /// <param name="viewer">Who asks; null for a visitor.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<MeetingId>> HandleAsync(BookMeetingInput input, Viewer? viewer, CancellationToken cancellationToken)
    {
        if (input.Key.Length is 0 or > IdempotentAction.MaxKeyLength)
        {
            return new IdempotencyKeyNotValid(IdempotentAction.MaxKeyLength);
        }

        if (viewer?.AccountId is not null)
        {
            return viewer.WritableAccount().TryGet(out var account, out var refusal)
                ? await CheckAsync(
                    input with { Name = viewer.Name, Email = viewer.Email },
                    checkedInput => transactions.RunAsync<MeetingId>(
                        account, (scope, token) => BookAsync(scope, checkedInput, token), cancellationToken))
                : refusal;
        }

        return !handbook.Meetings.FirstIsFree || input.TicketId is not null
            ? new MeetingNotOffered()
            : await CheckAsync(
                input,
                checkedInput => transactions.RunAsync<MeetingId>((scope, token) => BookAsync(scope, checkedInput, token), cancellationToken));
    }

    private async Task<Result<MeetingId>> CheckAsync(BookMeetingInput input, Func<BookMeetingInput, Task<Result<MeetingId>>> act)
    {
        if (!TicketText.Check("name", input.Name, NameLength, multiline: false).TryGet(out var name, out var notName))
        {
            return notName;
        }

        var email = input.Email?.Trim() ?? "";
        if (email.Length > EmailLength || !addresses.CanReach(email))
        {
            return new EmailNotValid();
        }

        string? topic = null;
        return string.IsNullOrWhiteSpace(input.Topic) || TicketText.Check("topic", input.Topic, TopicLength, multiline: true).TryGet(out topic, out var notTopic)
            ? await act(input with { Name = name, Email = email, Topic = topic })
            : notTopic;
    }

    private async Task<Result<MeetingId>> BookAsync(StoreScope scope, BookMeetingInput input, CancellationToken cancellationToken)
    {
        var account = (scope as AccountScope)?.AccountId;
        var known = await scope.Db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(meeting => meeting.BookingKey == input.Key, cancellationToken);
        if (known is not null)
        {
            return known.Email == input.Email && known.AccountId == account ? known.Id : new IdempotencyKeyReused();
        }

        if (await TicketRefusalAsync(scope, input, account, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (!(await book.TakeAsync(scope, input.StartsAt, scope.Now, null, cancellationToken)).TryGet(out var time, out var notFree))
        {
            return notFree;
        }

        if (await MeetingBook.ComingAsync(scope, input.Email!, cancellationToken) >= Most)
        {
            return new TooManyMeetings(Most);
        }

        var meeting = New(scope, input, account, time);
        scope.Db.Add(meeting);
        await MeetingBook.ChangedAsync(scope, meeting, cancellationToken);
        return meeting.Id;
    }

    private async Task<Refusal?> TicketRefusalAsync(StoreScope scope, BookMeetingInput input, AccountId? account, CancellationToken cancellationToken)
    {
        if (input.TicketId is not { } ticket)
        {
            return handbook.Meetings.FirstIsFree ? null : new MeetingNotOffered();
        }

        return !handbook.Meetings.OnTickets ? new MeetingNotOffered()
            : await scope.Db.Set<Ticket>().AnyAsync(row => row.AccountId == account && row.Id == ticket, cancellationToken) ? null
            : new NotFound("ticket");
    }

    private static Meeting New(StoreScope scope, BookMeetingInput input, AccountId? account, TakenTime time) => new()
    {
        Id = MeetingId.New(scope.Now),
        AccountId = account,
        TicketId = input.TicketId,
        Kind = input.TicketId is null ? MeetingKind.First : MeetingKind.Ticket,
        Name = input.Name!,
        Email = input.Email!,
        Topic = input.Topic,
        Language = input.Language,
        TimeZone = input.TimeZone,
        StartsAt = time.Time.Start,
        EndsAt = time.Time.End,
        Seat = time.Seat,
        BookedAt = scope.Now,
        BookingKey = input.Key,
    };
}
