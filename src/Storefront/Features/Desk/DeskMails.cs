using System.Globalization;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Features.Accounts;
using Storefront.Features.Inbound;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Hosting;
using Storefront.Store;
using Storefront.Store.Outbox;

namespace Storefront.Features.Desk;

/// <summary>Tells the members of a ticket's account, each in its language, what the house did; written with what it tells of.</summary>
public sealed class DeskMails(
    IOutbox outbox, OwnAddress address, Handbook handbook, IStringLocalizer<DeskTexts> texts, SiteLanguages languages, TicketAddresses addresses)
{
    /// <summary>Somebody of the house answered.</summary>
    public Task RepliedAsync(AccountScope scope, Ticket ticket, string author, string body, CancellationToken cancellationToken) =>
        SendAsync(scope, ticket, "Replied", MailKind.TicketReplied, (author, body), isAutomatic: false, cancellationToken);

    /// <summary>The help centre answered (ALF-05): nobody of the house wrote it, and no machine is to answer it.</summary>
    public Task AnsweredByItselfAsync(AccountScope scope, Ticket ticket, string body, CancellationToken cancellationToken) =>
        SendAsync(scope, ticket, "Replied", MailKind.TicketReplied, (handbook.House.Name, body), isAutomatic: true, cancellationToken);

    /// <summary>The ticket was resolved.</summary>
    public Task ResolvedAsync(AccountScope scope, Ticket ticket, CancellationToken cancellationToken) =>
        SendAsync(scope, ticket, "Resolved", MailKind.TicketResolved, ("", ""), isAutomatic: false, cancellationToken);

    private async Task SendAsync(
        AccountScope scope, Ticket ticket, string name, MailKind kind, (string Author, string Body) said, bool isAutomatic, CancellationToken cancellationToken)
    {
        var link = address.To(string.Create(CultureInfo.InvariantCulture, $"tickets/{ticket.Number}")).AbsoluteUri;
        foreach (var member in await AccountAddressees.AllAsync(scope, languages, cancellationToken))
        {
            using var spoken = SpokenLanguage.Begin(member.Language);
            var subject = texts[$"Mail.{name}.Subject", ticket.Number, ticket.Subject];
            var text = texts[$"Mail.{name}.Body", member.Name, said.Author, ticket.Number, ticket.Subject, said.Body, link, handbook.House.Name];
            var mail = new Mail(member.Email, subject, text, member.Language.Code, scope.AccountId, kind, IsUrgent: ticket.ClassRank == 1)
            {
                TicketId = ticket.Id,
                ReplyTo = addresses.Of(ticket.Key, ticket.Number),
                IsAutomatic = isAutomatic,
            };
            await outbox.EnqueueAsync(scope, mail, cancellationToken);
        }
    }
}
