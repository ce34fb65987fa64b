using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Payments;

/// <summary>A customer's word that it has paid.</summary>
public readonly record struct PaymentNoticeId(Guid Value) : IIdentifier<PaymentNoticeId>
{
    public static PaymentNoticeId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static PaymentNoticeId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A line of an account's credit.</summary>
public readonly record struct CreditEntryId(Guid Value) : IIdentifier<CreditEntryId>
{
    public static CreditEntryId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static CreditEntryId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Money that goes back to a customer.</summary>
public readonly record struct RefundId(Guid Value) : IIdentifier<RefundId>
{
    public static RefundId New(Instant now) => new(Guid.CreateVersion7(now.ToDateTimeOffset()));

    public static RefundId From(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
