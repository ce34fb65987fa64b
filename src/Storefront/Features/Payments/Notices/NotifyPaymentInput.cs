using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Notices;

/// <summary>What a customer tells of a payment.</summary>
/// <param name="Reference">The order's reference.</param>
/// <param name="Amount">A decimal with a full stop, in the order's currency.</param>
/// <param name="Currency">What it says that it is in; null for the order's.</param>
/// <param name="PaidOn">The day of the payment, by the house's calendar.</param>
/// <param name="BankReference">The number that the bank gave it; null or empty for none.</param>
/// <param name="Note">Anything else; null or empty for nothing.</param>
/// <param name="Proof">A file that was uploaded before by the same person; null for none.</param>
/// <param name="IdempotencyKey">Under which it is told once.</param>
public sealed record NotifyPaymentInput(
    string? Reference, string? Amount, string? Currency, LocalDate? PaidOn, string? BankReference, string? Note, AttachmentId? Proof, string? IdempotencyKey);
