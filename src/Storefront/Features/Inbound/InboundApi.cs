using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Features.Attachments;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Inbound;

/// <summary>Who else takes part in tickets, by ticket.</summary>
public sealed class TicketPartiesDataLoader(IBatchScheduler scheduler, DataLoaderOptions options, IDbContextFactory<StorefrontDb> contexts)
    : GroupedDataLoader<TicketKey, TicketParty>(scheduler, options)
{
    protected override async Task<ILookup<TicketKey, TicketParty>> LoadGroupedBatchAsync(IReadOnlyList<TicketKey> keys, CancellationToken cancellationToken)
    {
        var (accounts, ids) = (keys.Accounts(), keys.Ids());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<TicketParty>().AsNoTracking()
            .Where(row => accounts.Contains(row.AccountId) && ids.Contains(row.TicketId) && row.RemovedAt == null)
            .OrderBy(row => row.Name).ThenBy(row => row.Email).ToListAsync(cancellationToken);
        return rows.ToLookup(row => new TicketKey(row.AccountId, row.TicketId));
    }
}

/// <summary>Who else takes part in a ticket, and its address.</summary>
[ExtendObjectType<Ticket>]
public static class TicketPartyFields
{
    /// <summary>Third parties that take part, by name.</summary>
    [ListSize(AssumedSize = 3)]
    public static async Task<IReadOnlyList<TicketPartyView>> PartiesAsync(
        [Parent] Ticket ticket, TicketPartiesDataLoader parties, CancellationToken cancellationToken) =>
        [.. (await parties.LoadAsync(ticket.Key, cancellationToken) ?? []).Select(party => new TicketPartyView(party))];

    /// <summary>Where mail about the ticket goes, from people who take part in it; null where the house takes none.</summary>
    public static string? MailAddress([Parent] Ticket ticket, TicketAddresses addresses) => addresses.Of(ticket.Key, ticket.Number);
}

/// <summary>By which way a message came, and to whom else it went.</summary>
[ExtendObjectType<TicketMessageView>]
public static class TicketMessageWayFields
{
    /// <summary>Key of the house's channel by which it came; null for pages and the API.</summary>
    public static string? ChannelKey([Parent] TicketMessageView message) => message.Message.ChannelKey;

    /// <summary>Whether a third party wrote it.</summary>
    public static bool IsFromThirdParty([Parent] TicketMessageView message) => message.Message.Outsider is not null;

    /// <summary>The e-mail address of the third party to whom it was written; null when it was written to the house or the account.</summary>
    public static string? SentTo([Parent] TicketMessageView message) => message.Message.SentTo;
}

/// <summary>A third party of a ticket.</summary>
[ObjectType("TicketParty")]
public sealed class TicketPartyView(TicketParty party)
{
    /// <summary>Its id, by which mutations name it.</summary>
    [ID]
    public Guid Id => party.Id.Value;

    /// <summary>What it is called.</summary>
    public string Name => party.Name;

    /// <summary>Its e-mail address.</summary>
    public string Email => party.Email;

    /// <summary>Whether it gets a copy of all that both sides say.</summary>
    public bool IsCopied => party.IsCopied;

    /// <summary>Since when it takes part.</summary>
    public Instant AddedAt => party.AddedAt;
}

/// <summary>Third parties on tickets.</summary>
[MutationType]
[Error<NotFound>]
[Error<ReadOnlyMember>]
public static class TicketPartyMutations
{
    /// <summary>Writes to a third party from a ticket, or puts it in copy; what it answers comes back into the ticket.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="email">The third party's e-mail address.</param>
    /// <param name="name">What the third party is called; null for its address.</param>
    /// <param name="text">What is written to it, in Markdown; needed unless it is put in copy.</param>
    /// <param name="copy">Whether it gets a copy of all that both sides say from now on.</param>
    /// <param name="attachments">Ids of files uploaded by `POST /attachments`; the third party fetches them by links that end.</param>
    /// <param name="idempotencyKey">The same key with the same input writes once.</param>
    /// <param name="viewer">Who writes.</param>
    /// <param name="action">The action.</param>
    /// <param name="tickets">Reads what came of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    [Error<TextNotValid>]
    [Error<TicketNotOpen>]
    [Error<ThirdPartyNotAllowed>]
    [Error<ThirdPartyNotValid>]
    [Error<TooManyThirdParties>]
    [Error<TooManyAttachments>]
    [Error<IdempotencyKeyReused>]
    [Error<IdempotencyKeyNotValid>]
    public static async Task<Result<Ticket>> WriteToThirdPartyAsync(
        [ID("Ticket")] TicketKey ticketId,
        string email,
        string? name,
        string? text,
        [ID] IReadOnlyList<Guid>? attachments,
        string? idempotencyKey,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        WriteToThirdParty action,
        TicketByKeyDataLoader tickets,
        CancellationToken cancellationToken,
        bool copy = false)
    {
        var input = new ThirdPartyInput(name, email, text, copy, idempotencyKey, [.. (attachments ?? []).Select(id => new AttachmentId(id))]);
        var written = await action.HandleAsync(ticketId, input, viewer, cancellationToken);
        return written.Refusal is { } refusal ? refusal : (await tickets.LoadAsync(ticketId, cancellationToken))!;
    }

    /// <summary>Takes a third party off a ticket: it gets nothing more, and what it writes is no part of the ticket.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="partyId">The third party.</param>
    /// <param name="viewer">Who takes it off.</param>
    /// <param name="parties">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [TicketScopes.Write])]
    public static Task<Result<Ticket>> RemoveTicketPartyAsync(
        [ID("Ticket")] TicketKey ticketId,
        [ID] Guid partyId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ThirdParties parties,
        CancellationToken cancellationToken) => parties.RemoveAsync(ticketId, new TicketPartyId(partyId), viewer, cancellationToken);
}
