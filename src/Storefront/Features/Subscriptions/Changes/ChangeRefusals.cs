using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Subscriptions.Changes;

/// <summary>The account has no subscription.</summary>
public sealed record NoSubscription : Refusal
{
    public override string Code => "NO_SUBSCRIPTION";
}

/// <summary>Another change of the subscription is still being made.</summary>
public sealed record ChangeInProgress : Refusal
{
    public override string Code => "CHANGE_IN_PROGRESS";
}

/// <summary>A new paid term has begun and its payment is not known yet; changes wait for it.</summary>
/// <param name="TermStart">The term's first day.</param>
public sealed record RenewalInProgress(LocalDate TermStart) : Refusal
{
    public override string Code => "RENEWAL_IN_PROGRESS";
}

/// <summary>Whoever bills the subscription said no; nothing was changed.</summary>
/// <param name="Reason">Its word for why, for programs and staff.</param>
public sealed record BillingRefused(string Reason) : Refusal
{
    public override string Code => "BILLING_REFUSED";
}

/// <summary>Whoever bills the subscription comes to other amounts than were shown; nothing was changed.</summary>
public sealed record BillingDisagrees : Refusal
{
    public override string Code => "BILLING_DISAGREES";
}

/// <summary>Only an owner of the account can do this.</summary>
public sealed record OwnerNeeded : Refusal
{
    public override string Code => "OWNER_NEEDED";
}

/// <summary>The token is none of ours, was changed, or belongs to another account.</summary>
public sealed record PreviewNotValid : Refusal
{
    public override string Code => "PREVIEW_NOT_VALID";
}

/// <summary>The change costs something before it acts, no card is on file, and the house has no way in which an order for it could be paid (FEN-04).</summary>
public sealed record PaymentNeededFirst : Refusal
{
    public override string Code => "PAYMENT_NEEDED_FIRST";
}
