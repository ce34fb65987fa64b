using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Store.EventLog;

/// <summary>Something that happened to an account, written in the transaction in which it happened.</summary>
public sealed class EventRow
{
    public required AccountId AccountId { get; init; }

    public required EventStream Stream { get; init; }

    /// <summary>From 1, without gaps in its stream: written under the account's lock.</summary>
    public required long Sequence { get; init; }

    /// <summary>Such as <c>ticket.opened</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Version of the type's data, from 1; older ones are brought up to date when they are read.</summary>
    public required int Version { get; init; }

    /// <summary>The ticket that it is about, if any.</summary>
    public TicketId? TicketId { get; init; }

    /// <summary>The project that it is about, if any.</summary>
    public ProjectId? ProjectId { get; init; }

    public required Instant At { get; init; }

    /// <summary>Ids and numbers as JSON; personal text lives in rows that can be erased.</summary>
    public required string Data { get; init; }

    /// <summary>When subscribers were told; null until then, also when the process died in between.</summary>
    public Instant? PublishedAt { get; set; }
}
