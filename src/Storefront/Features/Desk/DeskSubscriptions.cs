using System.Runtime.CompilerServices;
using NodaTime;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>The desk, live.</summary>
[SubscriptionType]
public static class DeskSubscriptions
{
    /// <summary>The queue as it is, then each time that something of any account may have changed it.</summary>
    /// <param name="message">The queue.</param>
    [Subscribe(With = nameof(FollowQueue))]
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Read])]
    public static DeskQueueView DeskQueueChanged([EventMessage] DeskQueueView message) => message;

    /// <param name="changes">What says that something changed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<DeskQueueView> FollowQueue(
        DeskChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var at in changes.FollowAsync(account: null, cancellationToken))
        {
            yield return new DeskQueueView(at);
        }
    }

    /// <summary>Says, at once and then each time, that something of a ticket's account changed, notes among staff included.</summary>
    /// <param name="message">When.</param>
    [Subscribe(With = nameof(FollowTicket))]
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Read])]
    public static DeskTicketChange DeskTicketChanged([EventMessage] DeskTicketChange message) => message;

    /// <param name="number">The ticket's number.</param>
    /// <param name="tickets">Finds whose it is.</param>
    /// <param name="changes">What says that something changed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<DeskTicketChange> FollowTicket(
        int number, TicketReader tickets, DeskChanges changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await tickets.FindForStaffAsync(number, cancellationToken) is not { } key)
        {
            throw new GraphQLException(new GraphQLError { Message = "There is no such ticket.", Code = ErrorCodes.NotFound });
        }

        await foreach (var at in changes.FollowAsync(key.AccountId, cancellationToken))
        {
            yield return new DeskTicketChange(number, at);
        }
    }
}

/// <summary>Something of a ticket's account changed.</summary>
/// <param name="Number">The ticket's number.</param>
/// <param name="At">When it was noticed.</param>
[ObjectType("DeskTicketChange")]
public sealed record DeskTicketChange(int Number, Instant At);
