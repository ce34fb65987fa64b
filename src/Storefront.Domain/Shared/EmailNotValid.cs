namespace Storefront.Domain.Shared;

/// <summary>No address that mail can be sent to.</summary>
public sealed record EmailNotValid : Refusal
{
    public override string Code => "EMAIL_NOT_VALID";
}
