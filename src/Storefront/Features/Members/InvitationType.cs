using Microsoft.EntityFrameworkCore;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Members;

/// <summary>Somebody who was asked into an account by mail.</summary>
[ObjectType<Invitation>("Invitation")]
public static class InvitationType
{
    public static void Configure(IObjectTypeDescriptor<Invitation> descriptor)
    {
        descriptor.Description("Somebody who was asked into an account by mail.").BindFieldsExplicitly();
        descriptor.Field(invitation => invitation.Email).Description("The address that it was sent to.");
        descriptor.Field(invitation => invitation.Role).Description("What whoever accepts will be.");
        descriptor.Field(invitation => invitation.ApprovalLimitMinutes).Description("The most that whoever accepts may approve on one quote, in minutes; null for no limit, and for viewers.");
        descriptor.Field(invitation => invitation.CreatedAt).Description("When the address was asked first.");
        descriptor.Field(invitation => invitation.SentAt).Description("When the last mail was sent.");
        descriptor.Field(invitation => invitation.ExpiresAt).Description("From when on it cannot be accepted.");
        descriptor.Field(invitation => invitation.WithdrawnAt).Description("When it was taken back; null when it was not.");
    }

    /// <summary>The invitation's id, opaque.</summary>
    public static InvitationKey GetId([Parent] Invitation invitation) => invitation.Key;

    [NodeResolver]
    [Authorize(Scopes = [MemberScopes.Read])]
    public static async Task<Invitation?> FindInvitationAsync(
        InvitationKey key, [GlobalState(ApiViewer.Key)] Viewer? viewer, IDbContextFactory<StorefrontDb> contexts, CancellationToken cancellationToken)
    {
        if (viewer?.AccountId != key.AccountId || !viewer.IsAtLeast(MemberRole.Owner))
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Invitation>().AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == key.AccountId && row.Id == key.Id, cancellationToken);
    }
}
