using NodaTime;
using Storefront.Domain.Invoices;
using Storefront.Domain.Shared;

namespace Storefront.Features.Invoices;

/// <summary>
/// An invoice or a credit note of the house. It is there from the moment that money came or went; it gets its number when staff issue it, and
/// then never changes again.
/// </summary>
public sealed class Invoice
{
    public required AccountId AccountId { get; init; }

    public required InvoiceId Id { get; init; }

    /// <summary>In which order they came up in the house; from 1, gaps allowed.</summary>
    public required long Entry { get; init; }

    public required InvoiceKind Kind { get; init; }

    /// <summary>The payment that came or went back.</summary>
    public required PaymentId PaymentId { get; init; }

    /// <summary>The order that it paid; null for a renewal.</summary>
    public OrderId? OrderId { get; init; }

    /// <summary>The invoice that a credit note corrects.</summary>
    public InvoiceId? CorrectsId { get; init; }

    /// <summary>How much of the payment this and those before it of its kind cover, in minor units: the same money is put on paper once.</summary>
    public required long CoversMinorUnits { get; init; }

    public required Money Net { get; init; }

    public required Money Tax { get; init; }

    public required Money Total { get; init; }

    /// <summary>Hash of the handbook whose tax it has.</summary>
    public required string HandbookVersion { get; init; }

    /// <summary>The plan that was paid for; null where it was something else.</summary>
    public string? PlanKey { get; init; }

    public LocalDate? TermStart { get; init; }

    /// <summary>The day after the last day of what was paid for.</summary>
    public LocalDate? TermEnd { get; init; }

    /// <summary>The house's day on which the money came or went.</summary>
    public required LocalDate PaidOn { get; init; }

    /// <summary>The last day to issue it (FLU-20).</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>From 1 for each kind, without gaps; null while it waits.</summary>
    public long? Number { get; private set; }

    public Instant? IssuedAt { get; private set; }

    public UserId? IssuedBy { get; private set; }

    /// <summary>Whom it is made out to, as the customer was called then; erased with its personal data.</summary>
    public string? BilledTo { get; set; }

    public required Instant CreatedAt { get; init; }

    internal InvoiceAmounts Amounts => new(Net, Tax);

    internal void Issue(long number, string billedTo, UserId by, Instant now) => (Number, BilledTo, IssuedBy, IssuedAt) = (number, billedTo, by, now);
}
