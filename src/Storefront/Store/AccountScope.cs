using NodaTime;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Store.EventLog;

namespace Storefront.Store;

/// <summary>What an action on an account works with: the account is locked, and everything due for it has been settled.</summary>
public sealed class AccountScope : StoreScope
{
    private readonly EventTypes eventTypes;

    internal AccountScope(StorefrontDb db, Account account, Instant now, EventTypes eventTypes)
        : base(db, now)
    {
        Account = account;
        this.eventTypes = eventTypes;
    }

    public Account Account { get; }

    public AccountId AccountId => Account.Id;

    internal bool HasEvents { get; private set; }

    /// <summary>Records an event that the customer sees, and gives its sequence.</summary>
    public long Append(AccountEvent happened) => Add(happened, EventStream.Customer, Account.NextSequence++);

    /// <summary>Records an event that staff see and that leaves no trace in the customer's stream; gives its sequence in staff's.</summary>
    public long AppendStaff(AccountEvent happened) => Add(happened, EventStream.Staff, Account.NextStaffSequence++);

    private long Add(AccountEvent happened, EventStream stream, long sequence)
    {
        var (type, version, data) = eventTypes.Write(happened);
        Db.Add(new EventRow
        {
            AccountId = AccountId,
            Stream = stream,
            Sequence = sequence,
            Type = type,
            Version = version,
            TicketId = (happened as ITicketEvent)?.TicketId,
            ProjectId = (happened as IProjectEvent)?.ProjectId,
            At = Now,
            Data = data,
        });
        HasEvents = true;
        return sequence;
    }
}
