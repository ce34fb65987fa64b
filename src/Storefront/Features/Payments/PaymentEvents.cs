using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Features.Payments;

/// <summary>Money arrived, tax included.</summary>
[EventType("payment.received")]
public sealed record PaymentReceived(PaymentId PaymentId, long Total, string Currency) : AccountEvent;

/// <summary>A payment was tried in vain.</summary>
[EventType("payment.failed")]
public sealed record PaymentFailed(PaymentId PaymentId) : AccountEvent;

/// <summary>A part of a payment went back: so much in all.</summary>
[EventType("payment.partly-refunded")]
public sealed record PaymentPartlyRefunded(PaymentId PaymentId, long Refunded, string Currency) : AccountEvent;

/// <summary>All of a payment went back.</summary>
[EventType("payment.refunded")]
public sealed record PaymentRefunded(PaymentId PaymentId) : AccountEvent;

/// <summary>For staff: money came that settles nothing.</summary>
[EventType("payment.needs-attention")]
public sealed record PaymentNeedsAttention(PaymentId PaymentId, string Reason) : AccountEvent;
