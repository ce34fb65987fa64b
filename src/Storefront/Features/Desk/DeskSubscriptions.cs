using System.Runtime.CompilerServices;
using NodaTime;
using Storefront.Features.Api;
using Storefront.Features.Desk.Presence;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Desk;

/// <summary>The desk, live.</summary>
[SubscriptionType]
public static class DeskSubscriptions
{
    /// <summary>The queue as it is, then each time that something of any account may have changed it. For staff only.</summary>
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

    /// <summary>Says, at once and then each time, that something of a ticket's account changed, notes among staff included. For staff only.</summary>
    /// <param name="message">When.</param>
    [Subscribe(With = nameof(FollowTicket))]
    [Authorize(Policies.Staff, Scopes = [DeskScopes.Read])]
    public static DeskTicketChange DeskTicketChanged([EventMessage] DeskTicketChange message) => message;

    /// <param name="number">The ticket's number.</param>
    /// <param name="looking">Whether the viewer has the ticket before them, which colleagues are shown until the stream ends. Without it the stream does not tell who is looking either.</param>
    /// <param name="viewer">Who follows.</param>
    /// <param name="tickets">Finds whose it is.</param>
    /// <param name="presence">Who is looking.</param>
    /// <param name="changes">What says that something changed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async IAsyncEnumerable<DeskTicketChange> FollowTicket(
        int number,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        TicketReader tickets,
        DeskPresence presence,
        DeskChanges changes,
        bool looking = false,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (await tickets.FindForStaffAsync(number, cancellationToken) is not { } key)
        {
            throw new GraphQLException(new GraphQLError { Message = "There is no such ticket.", Code = ErrorCodes.NotFound });
        }

        using var here = looking ? presence.Enter(number, viewer) : null;
        await foreach (var at in changes.FollowAsync(key.AccountId, cancellationToken, tell => looking ? presence.Watch(number, tell) : null))
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
