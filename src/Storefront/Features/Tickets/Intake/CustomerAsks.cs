using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets.Intake;

/// <summary>What customers say to move on a ticket of theirs runs here: with the ticket as it stands and the words they add.</summary>
public sealed class CustomerAsks(AccountTransactions transactions, TicketStore tickets, TicketMessages messages)
{
    /// <summary>What a customer's words do to a ticket.</summary>
    public delegate Task<Result<TicketChange?>> Rule(AccountScope scope, CurrentTicket ticket, CancellationToken cancellationToken);

    /// <summary>Runs a rule; where it gives null nothing changes, and nothing is said twice.</summary>
    /// <param name="id">The ticket.</param>
    /// <param name="text">The words; null where none are asked for.</param>
    /// <param name="viewer">Who says it.</param>
    /// <param name="rule">What it does.</param>
    /// <param name="happened">How the log tells it; null where the rule's own events do.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Ticket>> RunAsync(
        TicketId id, string? text, Viewer viewer, Rule rule, TicketLogged? happened, CancellationToken cancellationToken)
    {
        if (!viewer.WritableAccount().TryGet(out var account, out var readOnly))
        {
            return readOnly;
        }

        var words = text is null ? "" : TicketText.CheckBody(text, tickets.Policy.Limits);
        if (words.Refusal is { } fault)
        {
            return fault;
        }

        return await transactions.RunAsync<Ticket>(
            account,
            async (scope, token) =>
            {
                if (await tickets.FindAsync(scope.Db, account, id, token) is not { } ticket)
                {
                    return new NotFound("ticket");
                }

                var ruled = await rule(scope, ticket, token);
                if (ruled.Refusal is { } refusal)
                {
                    return refusal;
                }

                if (ruled.Value is not { } change)
                {
                    return ticket.Row;
                }

                var told = new List<TicketLogged>();
                if (words.Value.Length > 0)
                {
                    var message = (await messages.AddAsync(scope, id, words.Value, viewer.UserId, fromStaff: false, [], token)).Value;
                    told.Add(TicketReplied.Of(message));
                }

                tickets.Save(scope, ticket, change, [.. told, .. happened is null ? Array.Empty<TicketLogged>() : [happened]]);
                return ticket.Row;
            },
            cancellationToken);
    }
}

/// <summary>A customer whose sales are stopped asks for priority on an open ticket; the house gives it or not (ALF-10).</summary>
public sealed class AskForPriority(CustomerAsks asks, Handbooks handbooks)
{
    /// <returns>The ticket; asked before, nothing changes. Or <see cref="PriorityNotOffered"/>, <see cref="TextNotValid"/>.</returns>
    public Task<Result<Ticket>> HandleAsync(TicketId id, string? reason, Viewer viewer, CancellationToken cancellationToken) => asks.RunAsync(
        id,
        reason ?? "",
        viewer,
        async (scope, ticket, token) =>
        {
            var intake = await TicketIntakes.OfAsync(scope, id, token);
            if (intake.PriorityAskedAt is not null)
            {
                return (TicketChange?)null;
            }

            if (!TicketIntake.CanAskForPriority(ticket.State, handbooks.Present.Intake))
            {
                return new PriorityNotOffered();
            }

            intake.PriorityAskedAt = scope.Now;
            return TicketRules.Reply(ticket.State, TicketActor.Customer, scope.Now).Map(change => (TicketChange?)change);
        },
        new TicketPriorityAsked(id),
        cancellationToken);
}

/// <summary>A customer says that, and how, it granted access: what waited for it goes on (ALF-11).</summary>
public sealed class GrantAccess(CustomerAsks asks)
{
    /// <returns>The ticket; granted before, nothing changes. Or <see cref="TicketNotOpen"/>, <see cref="TextNotValid"/>.</returns>
    public Task<Result<Ticket>> HandleAsync(TicketId id, string? how, Viewer viewer, CancellationToken cancellationToken) => asks.RunAsync(
        id,
        how ?? "",
        viewer,
        (scope, ticket, _) => Task.FromResult<Result<TicketChange?>>(
            !ticket.State.IsUnresolved ? new TicketNotOpen(ticket.State.Status)
            : ticket.State.NeedsAccess ? TicketIntake.GrantAccess(ticket.State, scope.Now)
            : (TicketChange?)null),
        happened: null,
        cancellationToken);
}

/// <summary>A customer wants a quote of what was turned down as support: the ticket is open again as work that is quoted (ALF-01).</summary>
public sealed class AskForQuote(CustomerAsks asks, Handbooks handbooks)
{
    /// <returns>The ticket; asked before, nothing changes. Or <see cref="QuoteNotOffered"/>.</returns>
    public Task<Result<Ticket>> HandleAsync(TicketId id, Viewer viewer, CancellationToken cancellationToken) => asks.RunAsync(
        id,
        text: null,
        viewer,
        async (scope, ticket, token) =>
        {
            var intake = await TicketIntakes.OfAsync(scope, id, token);
            if (intake.QuoteAskedAt is not null)
            {
                return (TicketChange?)null;
            }

            if (handbooks.Present.Intake.FindOutside(intake.TurnedDownAs)?.QuoteKind is not { } kind)
            {
                return new QuoteNotOffered();
            }

            intake.QuoteAskedAt = scope.Now;
            return TicketIntake.AskForQuote(ticket.State, handbooks.Present.Tickets, kind, scope.Now).Map(change => (TicketChange?)change);
        },
        new TicketQuoteAsked(id),
        cancellationToken);
}
