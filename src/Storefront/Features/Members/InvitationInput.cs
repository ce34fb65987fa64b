using Storefront.Features.Accounts;

namespace Storefront.Features.Members;

/// <summary>Whom to ask into an account, and as what.</summary>
/// <param name="Email">The address.</param>
/// <param name="Role">What it will be.</param>
/// <param name="ApprovalLimitMinutes">The most that it may approve on one quote, in minutes; null for no limit. A viewer approves nothing, so that none is kept.</param>
public sealed record InvitationInput(string? Email, MemberRole Role, int? ApprovalLimitMinutes);
