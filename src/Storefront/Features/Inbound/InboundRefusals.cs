using Storefront.Domain.Shared;

namespace Storefront.Features.Inbound;

/// <summary>This is no address of a third party.</summary>
public sealed record ThirdPartyNotValid : Refusal
{
    public override string Code => "THIRD_PARTY_NOT_VALID";
}

/// <summary>As many third parties as can be take part in the ticket.</summary>
/// <param name="Most">How many that is.</param>
public sealed record TooManyThirdParties(int Most) : Refusal
{
    public override string Code => "TOO_MANY_THIRD_PARTIES";
}

/// <summary>In this house only the customer brings third parties into a ticket of its (FLU-25).</summary>
public sealed record ThirdPartyNotAllowed : Refusal
{
    public override string Code => "THIRD_PARTY_NOT_ALLOWED";
}
