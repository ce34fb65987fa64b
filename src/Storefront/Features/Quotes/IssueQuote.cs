using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Plans.Rates;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Quotes;

/// <summary>
/// Staff quote a ticket's work: the rate is the day's and stays the quote's, an open version before it is superseded, the ticket waits for
/// approval with its clocks standing still, and the members who may decide are told by mail.
/// </summary>
public sealed class IssueQuote(StaffTransactions work, TicketStore tickets, RateCards rates, QuoteMails mails, Handbooks handbooks)
{
    /// <summary>Most characters of what is included.</summary>
    public const int DescriptionLength = 2000;

    /// <summary>The quote, or why not: <see cref="QuotePriceMissing"/>, <see cref="QuoteSettlementFixed"/>, <see cref="AssessmentFirst"/> …</summary>
    public Task<Result<QuoteRow>> HandleAsync(TicketKey key, QuoteInput input, Viewer staff, CancellationToken cancellationToken)
    {
        var description = TicketText.Check("description", input.Description, DescriptionLength, multiline: true);
        return description.IsRefused
            ? Task.FromResult<Result<QuoteRow>>(description.Refusal)
            : work.RunAsync<QuoteRow>(
                key,
                staff,
                async (scope, ticket, token) =>
                {
                    var issued = await scope.OnceAsync(
                        "issue-quote",
                        input.IdempotencyKey,
                        new { key, input.Settlement, input.Minutes, description.Value, input.Price, input.Currency },
                        () => IssueAsync(scope, ticket, input with { Description = description.Value }, staff.UserId, token),
                        token);
                    return issued.IsRefused ? issued.Refusal
                        : (await QuoteBook.LoadAsync(scope, key.Id, token)).Find(row => row.Id == issued.Value)
                            ?? scope.Db.Set<QuoteRow>().Local.First(row => row.Id == issued.Value);
                },
                cancellationToken);
    }

    private async Task<Result<QuoteId>> IssueAsync(
        AccountScope scope, CurrentTicket ticket, QuoteInput input, UserId staff, CancellationToken cancellationToken)
    {
        if (!(await OfferAsync(scope, input, cancellationToken)).TryGet(out var offer, out var unpriced))
        {
            return unpriced;
        }

        var house = handbooks.Present;
        var rows = await QuoteBook.LoadAsync(scope, ticket.Row.Id, cancellationToken);
        var quotes = QuoteBook.Of(rows);
        var used = await QuoteBook.UsedAsync(scope, ticket.Row.Id, cancellationToken);
        if (!QuoteRules.Issue(ticket.State, quotes, QuoteId.New(scope.Now), offer, used, house.Quotes, house.Zone, scope.Now).TryGet(out var change, out var refusal))
        {
            return refusal;
        }

        var waits = quotes.InForce is null && ticket.State.Status != TicketStatus.AwaitingApproval
            ? TicketRules.Move(ticket.State, house.Tickets, TicketStatus.AwaitingApproval, TicketActor.Staff, scope.Now)
            : new TicketChange(ticket.State, []);
        if (waits.Refusal is { } notYet)
        {
            return notYet;
        }

        if (change.Superseded is { } before)
        {
            rows.Single(row => row.Id == before.Id).Update(before);
        }

        var issued = Row(scope, ticket.Row, change.Quote, input.Description!, staff);
        scope.Db.Add(issued);
        tickets.Save(
            scope,
            ticket,
            waits.Value,
            new QuoteIssued(ticket.Row.Id, issued.Id, issued.Version, issued.Settlement, issued.Minutes, issued.ExpiresAt));
        await mails.IssuedAsync(scope, ticket.Row, issued, cancellationToken);
        return issued.Id;
    }

    private async Task<Result<QuoteOffer>> OfferAsync(AccountScope scope, QuoteInput input, CancellationToken cancellationToken)
    {
        var house = handbooks.Present;
        if (input.Settlement == QuoteSettlement.Hours)
        {
            return house.SellsPlans ? QuoteOffer.InHours(input.Minutes) : new QuoteInHoursNotOffered();
        }

        if (string.IsNullOrWhiteSpace(input.Price))
        {
            // Minutes that make no sense are refused by the rule, before anything is multiplied.
            return await rates.RateAtAsync(scope.Db, scope.Now, cancellationToken) is { } rate
                ? QuoteOffer.AtRate(Math.Clamp(input.Minutes, 1, QuoteRules.MostMinutes), rate) with { Minutes = input.Minutes }
                : new QuotePriceMissing();
        }

        var currency = input.Currency is null ? house.DefaultCurrency : house.Currencies.FirstOrDefault(known => known.Code == input.Currency);
        return currency is not null && Money.TryParseDecimal(input.Price.Trim().Replace(',', '.'), currency, out var net)
            ? QuoteOffer.AtPrice(input.Minutes, net)
            : new QuotePriceNotValid(new Money(QuoteRules.MostMinorUnits, currency ?? house.DefaultCurrency));
    }

    private QuoteRow Row(AccountScope scope, Ticket ticket, Quote quote, string description, UserId staff)
    {
        var net = quote.Offer.Net ?? Money.Zero(handbooks.Present.DefaultCurrency);
        return new QuoteRow
        {
            AccountId = scope.AccountId,
            Id = quote.Id,
            TicketId = ticket.Id,
            Version = quote.Version,
            Settlement = quote.Offer.Settlement,
            Minutes = quote.Offer.Minutes,
            Description = description,
            HourlyRate = quote.Offer.HourlyRate ?? Money.Zero(net.Currency),
            Net = net,
            Tax = handbooks.Present.Tax.Rate.On(net),
            IssuedBy = staff,
            IssuedAt = quote.IssuedAt,
            ExpiresAt = quote.ExpiresAt,
            Status = quote.Status,
        };
    }
}
