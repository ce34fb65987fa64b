using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Credentials;

/// <summary>The account has as many credentials as it may.</summary>
/// <param name="Most">How many that is.</param>
public sealed record TooManyCredentials(int Most) : Refusal
{
    public override string Code => "TOO_MANY_CREDENTIALS";
}

/// <summary>Only who works on the ticket is shown what was shared with it (FLU-24).</summary>
public sealed record NotWorkingOnTicket : Refusal
{
    public override string Code => "NOT_WORKING_ON_TICKET";
}

/// <summary>The credential was shown already, which is done once for each time that it is shared (FLU-24). The customer can share it again.</summary>
/// <param name="At">When it was shown.</param>
/// <param name="By">Name of who saw it.</param>
public sealed record CredentialAlreadySeen(Instant At, string By) : Refusal
{
    public override string Code => "CREDENTIAL_ALREADY_SEEN";
}

/// <summary>It cannot be decrypted any more; the customer has to store it again.</summary>
public sealed record CredentialUnreadable : Refusal
{
    public override string Code => "CREDENTIAL_UNREADABLE";
}
