using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Store.DueWork;

/// <summary>Something to be done at an instant of the business clock (COM-07).</summary>
public sealed class DueWorkRow
{
    public required DueWorkId Id { get; init; }

    /// <summary>Which handler does it.</summary>
    public required string Kind { get; init; }

    /// <summary>One row a thing to be done: asking again moves it.</summary>
    public required string Key { get; init; }

    public AccountId? AccountId { get; init; }

    /// <summary>What the handler needs beyond the account, as it likes it.</summary>
    public string? Subject { get; set; }

    /// <summary>Business time.</summary>
    public required Instant DueAt { get; set; }

    /// <summary>Real time until which nobody else takes it: while it is being done, and after a failure until the next try.</summary>
    public Instant? HeldUntil { get; set; }

    /// <summary>Changes with each claim: who finishes it must still hold it.</summary>
    public int Attempts { get; set; }

    public string? LastError { get; set; }

    /// <summary>Business time; null while it is to be done.</summary>
    public Instant? DoneAt { get; set; }
}
