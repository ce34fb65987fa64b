using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Meetings;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Projects.Requests;

/// <summary>
/// Has something about a project followed by a ticket of the kind that the handbook names, and agrees on a meeting about it (SEN-03, SEN-09).
/// Where the handbook names none, or there is no time, nothing is opened and the request is followed on the project alone.
/// </summary>
public sealed class ProjectFollowUp(
    OpenTicket tickets, MeetingBook meetings, Handbook handbook, FollowUpWords words)
{
    /// <summary>Opens the ticket, in the account's language.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="project">The project.</param>
    /// <param name="subject">What it is about: a text of the feature, with the project's number and name.</param>
    /// <param name="said">The words that it begins with.</param>
    /// <param name="author">Whose ticket it is.</param>
    /// <param name="writtenBy">Who of the staff opens it; null for the author.</param>
    /// <param name="request">The customer's request; null for none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<ProjectTicket?> OpenAsync(
        AccountScope scope,
        CurrentProject project,
        string subject,
        string said,
        UserId author,
        UserId? writtenBy,
        ProjectRequestId? request,
        CancellationToken cancellationToken)
    {
        if (handbook.Projects.FirstOrDefault(template => template.Key == project.Row.TemplateKey)?.TicketKindKey is not { } kind)
        {
            return null;
        }

        var opened = await tickets.OpenAsync(
            scope, words.InputOf(scope, project, kind, subject, said), author, cancellationToken, writtenBy);
        if (!opened.TryGet(out var ticket, out _))
        {
            return null;
        }

        var row = new ProjectTicket
        {
            AccountId = scope.AccountId,
            TicketId = ticket.Id,
            ProjectId = project.Row.Id,
            Number = ticket.Number,
            RequestId = request,
            OpenedAt = scope.Now,
        };
        scope.Db.Add(row);
        return row;
    }

    /// <summary>Agrees on the first time that is free from the next business day on, with whom the ticket is of.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="ticket">The ticket that the meeting is about.</param>
    /// <param name="topic">What it is about.</param>
    /// <param name="guest">Who comes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Meeting?> MeetAsync(AccountScope scope, ProjectTicket ticket, string topic, Viewer guest, CancellationToken cancellationToken)
    {
        // Who has as many to come as anybody may take is talked to at those.
        if (!handbook.Meetings.OnTickets
            || await MeetingBook.ComingAsync(scope, guest.Email, cancellationToken) >= BookMeeting.Most
            || await meetings.TakeFirstAsync(scope, handbook.Calendar.AddBusinessDays(scope.Now, 1), scope.Now, cancellationToken) is not { } time)
        {
            return null;
        }

        var meeting = new Meeting
        {
            Id = MeetingId.New(scope.Now),
            AccountId = scope.AccountId,
            TicketId = ticket.TicketId,
            Kind = MeetingKind.Ticket,
            Name = guest.Name,
            Email = guest.Email,
            Topic = ShortText.Begin(topic, BookMeeting.TopicLength),
            Language = guest.Language ?? scope.Account.Language,
            TimeZone = scope.Account.TimeZone,
            StartsAt = time.Time.Start,
            EndsAt = time.Time.End,
            Seat = time.Seat,
            BookedAt = scope.Now,
        };
        scope.Db.Add(meeting);
        await MeetingBook.ChangedAsync(scope, meeting, cancellationToken);
        return meeting;
    }
}
