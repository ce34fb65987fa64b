using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Hours;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Templates;

/// <summary>Answers that staff give often: the handbook's and their own, filled in for a ticket in its customer's language.</summary>
public sealed class AnswerTemplates(
    IDbContextFactory<StorefrontDb> contexts, Handbook handbook, HourReader hours, ReaderFormat format, SiteLanguages languages)
{
    private const string OfHandbook = "handbook:";

    /// <summary>What can be chosen for a ticket: the handbook's in the customer's language, own ones of that language before others.</summary>
    public async Task<IReadOnlyList<TemplateChoice>> ListAsync(TicketKey ticket, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var language = await LanguageAsync(db, ticket, cancellationToken);
        var own = await db.Set<AnswerTemplateRow>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        return
        [
            .. handbook.Templates.Select(template => new TemplateChoice($"{OfHandbook}{template.Key}", template.Name.In(CultureInfo.CurrentUICulture), Language: null)),
            .. own.OrderByDescending(row => row.Language == language)
                .Select(row => new TemplateChoice(row.Id.ToString(), row.Name, row.Language == language ? null : row.Language)),
        ];
    }

    /// <summary>What staff wrote, by name.</summary>
    public async Task<IReadOnlyList<AnswerTemplateRow>> ListOwnAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<AnswerTemplateRow>().AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
    }

    /// <summary>The text for that ticket; null when there is no such template.</summary>
    public async Task<string?> WriteAsync(string? id, TicketKey ticket, Viewer staff, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var language = await LanguageAsync(db, ticket, cancellationToken);
        if (await TextAsync(db, id ?? "", language, cancellationToken) is not { } text
            || await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == ticket.AccountId && row.Id == ticket.Id, cancellationToken) is not { } row)
        {
            return null;
        }

        var account = await db.Set<Account>().AsNoTracking().SingleAsync(found => found.Id == ticket.AccountId, cancellationToken);
        var name = await db.Users.Where(user => user.Id == row.OpenedBy).Select(user => user.DisplayName).SingleOrDefaultAsync(cancellationToken);
        var left = handbook.SellsPlans ? (await hours.ReadAsync(ticket.AccountId, null, cancellationToken)).AvailableMinutes : 0;
        return TemplateText.Fill(
            text,
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["name"] = name is { Length: > 0 } ? name : account.Name,
                ["account"] = account.Name,
                ["ticket"] = string.Create(CultureInfo.InvariantCulture, $"#{row.Number}"),
                ["hours"] = In(language, () => format.Minutes(left)),
                ["staff"] = staff.Name,
            });
    }

    private async Task<string?> TextAsync(StorefrontDb db, string id, string language, CancellationToken cancellationToken)
    {
        if (id.StartsWith(OfHandbook, StringComparison.Ordinal))
        {
            return handbook.Templates.FirstOrDefault(template => template.Key == id[OfHandbook.Length..])?.Text.In(language);
        }

        return Guid.TryParse(id, out var own)
            ? await db.Set<AnswerTemplateRow>().Where(row => row.Id == new AnswerTemplateId(own)).Select(row => row.Body).SingleOrDefaultAsync(cancellationToken)
            : null;
    }

    /// <summary>That of who opened the ticket, else of the account.</summary>
    private async Task<string> LanguageAsync(StorefrontDb db, TicketKey ticket, CancellationToken cancellationToken)
    {
        var account = await db.Set<Account>().Where(row => row.Id == ticket.AccountId).Select(row => row.Language).SingleOrDefaultAsync(cancellationToken);
        var person = await (
            from row in db.Set<Ticket>()
            join user in db.Users on row.OpenedBy equals user.Id
            where row.AccountId == ticket.AccountId && row.Id == ticket.Id
            select user.Language).SingleOrDefaultAsync(cancellationToken);
        return (languages.Find(person) ?? languages.Find(account) ?? languages.Default).Culture.Name;
    }

    private string In(string language, Func<string> write)
    {
        using var spoken = SpokenLanguage.Begin(languages.Find(language) ?? languages.Default);
        return write();
    }
}

/// <summary>A template to choose.</summary>
/// <param name="Id">What it is asked for by.</param>
/// <param name="Name">In the words of its writer.</param>
/// <param name="Language">Its language where that is not the customer's; null otherwise.</param>
public sealed record TemplateChoice(string Id, string Name, string? Language);
