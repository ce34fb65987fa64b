namespace Storefront.Features.Members;

/// <summary>An invitation that stands, and whether what was asked for sent it.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="HasMail">Whether a mail carries it: just written, or a moment ago for a second click. An address that has had its mails of the day gets none.</param>
public sealed record SentInvitation(Invitation Invitation, bool HasMail);
