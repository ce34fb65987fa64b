using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Checkout;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Members;

/// <summary>Whom an account's owners ask in.</summary>
[MutationType]
[Error<NotFound>]
[Error<OwnersOnly>]
public static class InvitationMutations
{
    /// <summary>
    /// Asks somebody into the account by mail. The link is for 14 days. The same address asked again ends the earlier invitation; asked again with
    /// the same role and limit within a minute, the earlier one is given back and nothing is sent. For owners.
    /// </summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="role">What whoever accepts will be.</param>
    /// <param name="approvalLimitMinutes">The most that it may approve on one quote, in minutes from 1; null for no limit. For a viewer, who approves nothing, none is kept.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [MemberScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "invitation")]
    [Error<EmailNotValid>]
    [Error<ApprovalLimitNotValid>]
    [Error<AlreadyMember>]
    [Error<TooManyMembers>]
    [Error<TooManyInvitations>]
    [Error<InvitationsADayReached>]
    [Error<InvitationSentOften>]
    public static async Task<Result<Invitation>> InviteMemberAsync(
        string email,
        MemberRole role,
        int? approvalLimitMinutes,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        InviteMember action,
        CancellationToken cancellationToken) =>
        (await action.HandleAsync(new InvitationInput(email, role, approvalLimitMinutes), viewer, cancellationToken)).Map(sent => sent.Invitation);

    /// <summary>Sends an invitation again, with another link and 14 days from now; the link before does nothing any more. Five mails a day at most. For owners.</summary>
    /// <param name="invitationId">The invitation; also one that ran out.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [MemberScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "invitation")]
    [Error<InvitationUsed>]
    [Error<InvitationWithdrawn>]
    [Error<InvitationSentOften>]
    [Error<AlreadyMember>]
    [Error<TooManyMembers>]
    [Error<TooManyInvitations>]
    [Error<InvitationsADayReached>]
    public static async Task<Result<Invitation>> ResendInvitationAsync(
        [ID("Invitation")] InvitationKey invitationId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        ResendInvitation action,
        CancellationToken cancellationToken) => viewer.AccountId == invitationId.AccountId
        ? (await action.HandleAsync(invitationId.Id, viewer, cancellationToken)).Map(sent => sent.Invitation)
        : new NotFound("invitation");

    /// <summary>Takes an invitation back: its link does nothing any more. Taking it back again changes nothing. For owners.</summary>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="viewer">Who takes it back.</param>
    /// <param name="action">The action.</param>
    /// <param name="cancellationToken">Stops it.</param>
    [Authorize(Scopes = [MemberScopes.Write])]
    [UseMutationConvention(PayloadFieldName = "invitation")]
    [Error<InvitationUsed>]
    public static Task<Result<Invitation>> WithdrawInvitationAsync(
        [ID("Invitation")] InvitationKey invitationId,
        [GlobalState(ApiViewer.Key)] Viewer viewer,
        WithdrawInvitation action,
        CancellationToken cancellationToken) => viewer.AccountId == invitationId.AccountId
        ? action.HandleAsync(invitationId.Id, viewer, cancellationToken)
        : Task.FromResult<Result<Invitation>>(new NotFound("invitation"));
}
