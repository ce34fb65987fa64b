using Storefront.Domain.Subscriptions;
using Storefront.Features.Subscriptions.Changes;
using Storefront.Store;

namespace Storefront.Features.Subscriptions;

/// <summary>What every change of a subscription may be refused with.</summary>
[Error<OwnerNeeded>]
[Error<NoSubscription>]
[Error<SubscriptionNotReady>]
internal sealed class ChangesPlanErrorsAttribute : ErrorGroupAttribute;

/// <summary>What the confirmation of a preview may be refused with.</summary>
[Error<PreviewExpired>]
[Error<PreviewNotValid>]
[Error<PreviewOutdated>]
internal sealed class ConfirmedPreviewErrorsAttribute : ErrorGroupAttribute;

/// <summary>What a change that whoever bills has to agree to may be refused with.</summary>
[Error<ChangeInProgress>]
[Error<BillingRefused>]
internal sealed class BilledChangeErrorsAttribute : ErrorGroupAttribute;

/// <summary>What a mutation with a key that makes it once may be refused with.</summary>
[Error<IdempotencyKeyReused>]
[Error<IdempotencyKeyNotValid>]
internal sealed class RepeatableErrorsAttribute : ErrorGroupAttribute;
