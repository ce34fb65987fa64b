using Storefront.Domain.Payments;
using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Notices;

/// <summary>What names a notice among all accounts.</summary>
public readonly record struct NoticeKey(AccountId AccountId, PaymentNoticeId Id);
