using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <param name="TicketId">The ticket.</param>
/// <param name="Rating">From <see cref="RateTicket.Least"/> to <see cref="RateTicket.Most"/>, the best.</param>
/// <param name="Comment">In plain words; null to say nothing.</param>
public sealed record RateTicketInput(TicketId TicketId, int Rating, string? Comment);

/// <summary>A customer says what it thinks of finished work; a second opinion replaces the first.</summary>
public sealed class RateTicket(AccountTransactions transactions, TicketStore tickets)
{
    public const int Least = 1;

    public const int Most = 5;

    private const int CommentLength = 1000;

    public async Task<Result<Done>> HandleAsync(RateTicketInput input, Viewer viewer, CancellationToken cancellationToken)
    {
        if (!viewer.WritableAccount().TryGet(out var account, out var refusal))
        {
            return refusal;
        }

        if (input.Rating is < Least or > Most)
        {
            return new RatingNotValid(Least, Most);
        }

        string? comment = null;
        if (!string.IsNullOrWhiteSpace(input.Comment)
            && !TicketText.Check("comment", input.Comment, CommentLength, multiline: true).TryGet(out comment, out var fault))
        {
            return fault;
        }

        return await transactions.RunAsync<Done>(account, async (scope, token) =>
        {
            if (await tickets.FindAsync(scope.Db, scope.AccountId, input.TicketId, token) is not { } ticket)
            {
                return new NotFound("ticket");
            }

            if (ticket.State.IsUnresolved)
            {
                return new TicketNotFinished();
            }

            if (ticket.Row.Rating != input.Rating || ticket.Row.RatingComment != comment)
            {
                (ticket.Row.Rating, ticket.Row.RatingComment) = (input.Rating, comment);
                tickets.Save(scope, ticket, new TicketChange(ticket.State, []), new TicketRated(input.TicketId, input.Rating));
            }

            return Done.Value;
        },
        cancellationToken);
    }
}
