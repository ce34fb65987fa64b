using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Accounts;
using Storefront.Features.Desk;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Store;

namespace Storefront.Features.Help;

/// <summary>
/// The first answer to a ticket, from the help centre and marked as such (ALF-05). It is nobody's: the promise that a person answers runs on
/// (ALF-06), and the ticket stays where it is in the queue.
/// </summary>
public sealed class AutomaticAnswers(
    AccountTransactions transactions,
    IDbContextFactory<StorefrontDb> contexts,
    TicketStore tickets,
    TicketMessages messages,
    IHelpAdvisor advisor,
    HelpLibrary library,
    DeskMails mails,
    SiteLanguages languages,
    Handbook handbook,
    IStringLocalizer<HelpTexts> texts)
{
    // It is no user's, and no user's id is like that.
    private static readonly UserId Nobody = new(Guid.Empty);

    /// <summary>Answers it, once, where the help centre fits well enough and no person has answered; otherwise does nothing.</summary>
    public async Task AnswerAsync(AccountId account, TicketId id, CancellationToken cancellationToken)
    {
        if (handbook.AutomaticAnswer is not { } policy || await AskedAsync(account, id, cancellationToken) is not var (name, reader, question))
        {
            return;
        }

        if (await advisor.AdviseAsync(question, most: 1, cancellationToken) is not [var best] || best.Confidence * 100 < policy.ConfidencePercent)
        {
            return;
        }

        await transactions.RunAsync<Done>(
            account,
            async (scope, token) =>
            {
                if (!await IsUnansweredAsync(scope.Db, account, id, token) || await tickets.FindAsync(scope.Db, account, id, token) is not { } ticket)
                {
                    return new NotFound("ticket");
                }

                var body = Write(best.Page, name, reader, question.Language);
                var message = (await messages.AddAsync(scope, id, body, Nobody, fromStaff: true, [], token)).Value;
                message.IsAutomatic = true;
                scope.Db.Add(new AutomaticAnswer
                {
                    AccountId = account,
                    TicketId = id,
                    MessageId = message.Id,
                    PageKey = best.Page.Key,
                    ConfidencePercent = (int)Math.Round(best.Confidence * 100),
                    At = scope.Now,
                });
                tickets.Save(scope, ticket, new TicketChange(ticket.State, []), new TicketAnsweredAutomatically(id, message.Id, best.Page.Key));
                await mails.AnsweredByItselfAsync(scope, ticket.Row, body, token);
                return Done.Value;
            },
            cancellationToken);
    }

    private static async Task<bool> IsUnansweredAsync(StorefrontDb db, AccountId account, TicketId id, CancellationToken cancellationToken) =>
        await db.Set<Ticket>().AnyAsync(
            ticket => ticket.AccountId == account && ticket.Id == id && ticket.Status != TicketStatus.Resolved && ticket.Status != TicketStatus.Closed, cancellationToken)
        && !await db.Set<TicketMessage>().AnyAsync(message => message.AccountId == account && message.TicketId == id && message.IsFromStaff, cancellationToken)
        && !await db.Set<AutomaticAnswer>().AnyAsync(answer => answer.AccountId == account && answer.TicketId == id, cancellationToken);

    private async Task<(string Name, SiteLanguage Reader, HelpQuestion Question)?> AskedAsync(AccountId account, TicketId id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await IsUnansweredAsync(db, account, id, cancellationToken))
        {
            return null;
        }

        var ticket = await db.Set<Ticket>().AsNoTracking().SingleAsync(row => row.AccountId == account && row.Id == id, cancellationToken);
        var body = await db.Set<TicketMessage>().Where(message => message.AccountId == account && message.TicketId == id)
            .OrderBy(message => message.At).Select(message => message.Body).FirstOrDefaultAsync(cancellationToken);
        var person = await db.Users.Where(user => user.Id == ticket.OpenedBy).Select(user => new { user.DisplayName, user.Language }).SingleOrDefaultAsync(cancellationToken);
        var own = await db.Set<Account>().Where(row => row.Id == account).Select(row => row.Language).SingleAsync(cancellationToken);
        var reader = languages.Find(person?.Language) ?? languages.Find(own) ?? languages.Default;
        return (person?.DisplayName ?? "", reader, new HelpQuestion(ticket.Subject, body ?? "", library.LanguageFor(reader.Culture)));
    }

    private string Write(HelpPage page, string name, SiteLanguage reader, string language)
    {
        using var spoken = SpokenLanguage.Begin(reader);
        return texts["Answer.Body", name, page.Title.In(language), page.Body.In(language), page.Path];
    }
}
