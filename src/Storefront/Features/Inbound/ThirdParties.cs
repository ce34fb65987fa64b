using Microsoft.EntityFrameworkCore;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Desk;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Inbound;

/// <summary>The third parties of tickets: who they are, and what they write (FEN-17).</summary>
public sealed class ThirdParties(
    IDbContextFactory<StorefrontDb> contexts,
    AccountTransactions transactions,
    TicketStore tickets,
    TicketMessages messages,
    TicketAddresses addresses,
    DeskMails mails)
{
    /// <summary>Most of one ticket.</summary>
    public const int Most = 10;

    public const int NameLength = 80;

    private const string WriteOperation = "ticket.party-message";

    /// <summary>Who writes when nobody of house or account does.</summary>
    internal static readonly UserId Nobody = new(Guid.Empty);

    /// <summary>Who takes part in a ticket now, by name.</summary>
    public async Task<IReadOnlyList<TicketParty>> ListAsync(TicketKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, key).AsNoTracking().Where(row => row.RemovedAt == null).OrderBy(row => row.Name).ThenBy(row => row.Email).ToListAsync(cancellationToken);
    }

    /// <summary>The one of that address that takes part in a ticket; null when none does.</summary>
    internal async Task<TicketParty?> FindAsync(TicketKey key, string email, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(db, key).AsNoTracking().SingleOrDefaultAsync(row => row.Email == email && row.RemovedAt == null, cancellationToken);
    }

    /// <summary>Whom a member wrote to together with the house, beside people of the account and of the house: what they answer belongs to the ticket.</summary>
    internal async Task AddWritersAsync(TicketKey key, IReadOnlyList<(string Name, string Email)> recipients, UserId by, CancellationToken cancellationToken)
    {
        var others = recipients.Where(recipient => !addresses.IsOwn(recipient.Email)).Take(Most).ToList();
        if (others.Count == 0)
        {
            return;
        }

        await transactions.RunAsync<Done>(
            key.AccountId,
            async (scope, token) =>
            {
                foreach (var (name, email) in others)
                {
                    var normalized = email.ToUpperInvariant();
                    if (!await scope.Db.Users.AnyAsync(user => user.NormalizedEmail == normalized, token)
                        && await tickets.FindAsync(scope.Db, key.AccountId, key.Id, token) is { } ticket)
                    {
                        await AddAsync(scope, ticket, name, email, isCopied: false, by, token);
                    }
                }

                return Done.Value;
            },
            cancellationToken);
    }

    /// <summary>Adds one, or lets one take part again; refused with <see cref="ThirdPartyNotValid"/> or <see cref="TooManyThirdParties"/>.</summary>
    internal async Task<Result<TicketParty>> AddAsync(
        AccountScope scope, CurrentTicket ticket, string? name, string? email, bool isCopied, UserId by, CancellationToken cancellationToken)
    {
        var address = email?.Trim().ToLowerInvariant() ?? "";
        if (!addresses.CanReach(address))
        {
            return new ThirdPartyNotValid();
        }

        var called = string.IsNullOrWhiteSpace(name) ? address : name.ReplaceLineEndings(" ").Trim();
        called = called.Length > NameLength ? called[..NameLength] : called;
        var all = await Of(scope.Db, ticket.Row.Key).ToListAsync(cancellationToken);
        if (all.Find(row => row.Email == address) is { } known)
        {
            var returns = known.RemovedAt is not null;
            (known.RemovedAt, known.IsCopied, known.Name) = (null, returns ? isCopied : known.IsCopied || isCopied, string.IsNullOrWhiteSpace(name) ? known.Name : called);
            if (returns)
            {
                Tell(scope, ticket, new TicketPartyChanged(ticket.Row.Id, known.Id, TakesPart: true));
            }

            return known;
        }

        if (all.Count(row => row.RemovedAt is null) >= Most)
        {
            return new TooManyThirdParties(Most);
        }

        var party = new TicketParty
        {
            AccountId = scope.AccountId,
            Id = TicketPartyId.New(scope.Now),
            TicketId = ticket.Row.Id,
            Name = called,
            Email = address,
            IsCopied = isCopied,
            AddedBy = by,
            AddedAt = scope.Now,
        };
        scope.Db.Add(party);
        Tell(scope, ticket, new TicketPartyChanged(ticket.Row.Id, party.Id, TakesPart: true));
        return party;
    }

    /// <summary>Puts what a third party wrote into the conversation, and tells the account's members; refused with <see cref="TicketNotOpen"/>.</summary>
    internal Task<Result<TicketMessageId>> WriteAsync(
        TicketKey key, TicketParty party, string body, IReadOnlyList<AttachmentId> files, string once, CancellationToken cancellationToken) =>
        transactions.RunAsync<TicketMessageId>(
            key.AccountId,
            (scope, token) => scope.OnceAsync(WriteOperation, once, new { key, party.Id }, () => WriteAsync(scope, key, party, body, files, token), token),
            cancellationToken);

    /// <summary>Takes one off a ticket; taken off before, nothing changes.</summary>
    public Task<Result<Ticket>> RemoveAsync(TicketKey key, TicketPartyId id, Viewer viewer, CancellationToken cancellationToken)
    {
        if (viewer is not { IsStaff: true, AccountId: null } && viewer.WritableAccount() is var own && (own.IsRefused || own.Value != key.AccountId))
        {
            return Task.FromResult<Result<Ticket>>(own.Refusal ?? new NotFound("ticket"));
        }

        return transactions.RunAsync<Ticket>(
            key.AccountId,
            async (scope, token) =>
            {
                if (await tickets.FindAsync(scope.Db, key.AccountId, key.Id, token) is not { } ticket
                    || await Of(scope.Db, key).SingleOrDefaultAsync(row => row.Id == id, token) is not { } party)
                {
                    return new NotFound("ticket");
                }

                if (party.RemovedAt is null)
                {
                    party.RemovedAt = scope.Now;
                    Tell(scope, ticket, new TicketPartyChanged(key.Id, id, TakesPart: false));
                }

                return ticket.Row;
            },
            cancellationToken);
    }

    private async Task<Result<TicketMessageId>> WriteAsync(
        AccountScope scope, TicketKey key, TicketParty party, string body, IReadOnlyList<AttachmentId> files, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(scope.Db, key.AccountId, key.Id, cancellationToken) is not { } ticket)
        {
            return new NotFound("ticket");
        }

        if (ticket.State.Status == TicketStatus.Closed)
        {
            return new TicketNotOpen(ticket.State.Status);
        }

        if (!(await messages.AddAsync(scope, key.Id, body, Nobody, fromStaff: false, files, cancellationToken)).TryGet(out var message, out var refusal))
        {
            return refusal;
        }

        message.Outsider = party.Name == party.Email ? party.Email : $"{party.Name} <{party.Email}>";
        Tell(scope, ticket, new TicketThirdPartyWrote(key.Id, message.Id, party.Id));
        await mails.RepliedAsync(scope, ticket.Row, party.Name, body, cancellationToken);
        return message.Id;
    }

    private void Tell(AccountScope scope, CurrentTicket ticket, TicketLogged happened) =>
        tickets.Save(scope, ticket, new TicketChange(ticket.State, []), happened);

    private static IQueryable<TicketParty> Of(StorefrontDb db, TicketKey key) =>
        db.Set<TicketParty>().Where(row => row.AccountId == key.AccountId && row.TicketId == key.Id);
}
