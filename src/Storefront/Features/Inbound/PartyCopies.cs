using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.Outbox;

namespace Storefront.Features.Inbound;

/// <summary>Sends what is said on a ticket to the third parties it is for, once; answers go to the ticket's address.</summary>
internal sealed class PartyCopies(
    AccountTransactions transactions,
    IOutbox outbox,
    TicketAddresses addresses,
    Handbook handbook,
    SiteLanguages languages,
    PartyFileLinks links,
    IStringLocalizer<InboundTexts> texts) : IDueWorkHandler
{
    public const string DueWorkKind = "ticket.copy";

    private const string Operation = "ticket.copy";

    /// <summary>Has a message sent to whom it is for, where there is anybody; for whoever adds messages, in their transaction.</summary>
    public static async Task ScheduleAsync(AccountScope scope, TicketMessage message, CancellationToken cancellationToken)
    {
        if (message.SentTo is not null
            || await scope.Db.Set<TicketParty>().AnyAsync(
                party => party.AccountId == scope.AccountId && party.TicketId == message.TicketId && party.IsCopied && party.RemovedAt == null, cancellationToken))
        {
            await scope.ScheduleAsync(
                DueWorkKind, $"ticket.copy:{message.Id.Value:N}", scope.Now, scope.AccountId, message.Id.ToString(), cancellationToken);
        }
    }

    public async Task HandleAsync(DueWorkRow work, CancellationToken cancellationToken)
    {
        var id = new TicketMessageId(Guid.Parse(work.Subject!, CultureInfo.InvariantCulture));
        links.Prepare();
        await transactions.RunAsync<Done>(
            work.AccountId!.Value,
            (scope, token) => scope.OnceAsync(Operation, $"copy-{id.Value:N}", new { id }, () => SendAsync(scope, id, token), token),
            cancellationToken);
    }

    private async Task<Result<Done>> SendAsync(AccountScope scope, TicketMessageId id, CancellationToken cancellationToken)
    {
        var message = await scope.Db.Set<TicketMessage>().SingleAsync(row => row.AccountId == scope.AccountId && row.Id == id, cancellationToken);
        var ticket = await scope.Db.Set<Ticket>().SingleAsync(row => row.AccountId == scope.AccountId && row.Id == message.TicketId, cancellationToken);
        var author = message.Outsider
            ?? await scope.Db.Users.Where(user => user.Id == message.AuthorId).Select(user => user.DisplayName).FirstOrDefaultAsync(cancellationToken) ?? "";
        var parties = await scope.Db.Set<TicketParty>()
            .Where(party => party.AccountId == scope.AccountId && party.TicketId == ticket.Id && party.RemovedAt == null).ToListAsync(cancellationToken);
        var files = await scope.Db.Set<Attachment>().Where(file => file.AccountId == scope.AccountId && file.MessageId == message.Id)
            .OrderBy(file => file.FileName).ToListAsync(cancellationToken);
        var language = languages.Find(scope.Account.Language) ?? languages.Default;
        using var spoken = SpokenLanguage.Begin(language);
        foreach (var party in parties.Where(party => IsFor(message, party)))
        {
            var body = texts["Mail.Copy.Body", author, message.IsFromStaff ? handbook.House.Name : scope.Account.Name, message.Body + FilesFor(party, files, scope), ticket.Number, handbook.House.Name];
            await outbox.EnqueueAsync(
                scope,
                new Mail(party.Email, texts["Mail.Copy.Subject", ticket.Number, ticket.Subject], body, language.Code, scope.AccountId)
                {
                    TicketId = ticket.Id,
                    ReplyTo = addresses.Of(ticket.Key, ticket.Number),
                },
                cancellationToken);
        }

        return Done.Value;
    }

    /// <summary>The message's files as links: mails stay small, and whoever is taken off the ticket opens none any more.</summary>
    private string FilesFor(TicketParty party, List<Attachment> files, AccountScope scope)
    {
        var until = scope.Now + Duration.FromDays(PartyFileLinks.Days);
        var lines = files.Select(file => $"\n{file.FileName}: {links.Of(new PartyFile(scope.AccountId, party.Id, file.Id, until))}");
        return files.Count == 0 ? "" : $"\n\n{texts["Mail.Copy.Files", PartyFileLinks.Days].Value}{string.Concat(lines)}";
    }

    // Nobody gets a copy of its own words.
    private static bool IsFor(TicketMessage message, TicketParty party) => message.SentTo is { } to
        ? party.Email == to || party.IsCopied
        : party.IsCopied && message.Outsider?.Contains(party.Email, StringComparison.OrdinalIgnoreCase) != true;
}
