using Storefront.Domain.Payments;
using Storefront.Domain.Shared;
using Storefront.Store.EventLog;

namespace Storefront.Features.Payments.Notices;

/// <summary>The customer told that it paid for an order; staff have not looked yet.</summary>
[EventType("payment.notified")]
public sealed record PaymentNotified(PaymentNoticeId NoticeId, OrderId OrderId, long Amount, string Currency) : AccountEvent;

/// <summary>Staff found the money: so much of it went to the order, and so much beyond it to the account's credit.</summary>
[EventType("payment.notice-confirmed")]
public sealed record PaymentNoticeConfirmed(PaymentNoticeId NoticeId, OrderId OrderId, long Received, long Credited, string Currency) : AccountEvent;

/// <summary>Staff did not find the money; the reason stands in the notice.</summary>
[EventType("payment.notice-rejected")]
public sealed record PaymentNoticeRejected(PaymentNoticeId NoticeId, OrderId OrderId) : AccountEvent;

/// <summary>Money that had been confirmed went back by the bank.</summary>
[EventType("payment.notice-reversed")]
public sealed record PaymentNoticeReversed(PaymentNoticeId NoticeId, OrderId OrderId) : AccountEvent;

/// <summary>The account's credit changed by so much.</summary>
[EventType("payment.credit-changed")]
public sealed record CreditChanged(CreditEntryId EntryId, CreditCause Cause, long Amount, string Currency) : AccountEvent;
