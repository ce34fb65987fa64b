using Storefront.Domain.Shared;

namespace Storefront.Features.Inbound;

/// <summary>The e-mail address is not valid, or it is not that of a third party.</summary>
public sealed record ThirdPartyNotValid : Refusal
{
    public override string Code => "THIRD_PARTY_NOT_VALID";
}

/// <summary>The ticket has as many third parties as it may.</summary>
/// <param name="Most">How many that is.</param>
public sealed record TooManyThirdParties(int Most) : Refusal
{
    public override string Code => "TOO_MANY_THIRD_PARTIES";
}

/// <summary>In this house only the customer brings third parties into its tickets (FLU-25).</summary>
public sealed record ThirdPartyNotAllowed : Refusal
{
    public override string Code => "THIRD_PARTY_NOT_ALLOWED";
}
