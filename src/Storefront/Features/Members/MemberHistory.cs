using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Leaving;
using Storefront.Features.Shared.Formatting;
using Storefront.Store.EventLog;

namespace Storefront.Features.Members;

/// <summary>Says what happened to an account's people, in the reader's language.</summary>
public sealed class MemberHistory(IStringLocalizer<MembersTexts> texts, ReaderFormat format)
{
    /// <summary>A sentence; null for what is not told to the reader: whom owners ask is theirs to know.</summary>
    public string? Describe(AccountEvent happened, MembersOverview overview, bool isOwner)
    {
        return happened switch
        {
            MemberInvited invited => isOwner ? texts["History.Invited", Name(invited.By), Address(invited.Invitation), Role(invited.Role)].Value : null,
            InvitationTakenBack taken => isOwner ? texts["History.Withdrawn", Name(taken.By), Address(taken.Invitation)].Value : null,
            MemberJoined joined => texts["History.Joined", Name(joined.Member), Role(joined.Role)],
            MemberRoleChanged changed => texts["History.Role", Name(changed.By), Name(changed.Member), Role(changed.From), Role(changed.To)],
            MemberLimitChanged changed => texts["History.Limit", Name(changed.By), Name(changed.Member), Limit(changed.FromMinutes), Limit(changed.ToMinutes)],
            MemberRemoved removed => texts["History.Removed", Name(removed.By), Name(removed.Member)],
            MemberLeft left => texts["History.Left", Name(left.Member)],
            MemberErased erased => texts["History.Left", Name(erased.Member)],
            _ => null,
        };

        string Name(UserId id) => overview.Names.GetValueOrDefault(id, "–");
        string Address(InvitationId id) => overview.Addresses.GetValueOrDefault(id, "–");
        string Role(MemberRole role) => texts[$"Role.{role}.Mail"];
        string Limit(int? minutes) => minutes is { } most ? format.Minutes(most) : texts["Limit.None"];
    }

    /// <summary>Who is named in it.</summary>
    internal static IEnumerable<UserId> PeopleOf(AccountEvent happened) => happened switch
    {
        MemberInvited invited => [invited.By],
        InvitationTakenBack taken => [taken.By],
        MemberJoined joined => [joined.Member],
        MemberRoleChanged changed => [changed.By, changed.Member],
        MemberLimitChanged changed => [changed.By, changed.Member],
        MemberRemoved removed => [removed.By, removed.Member],
        MemberLeft left => [left.Member],
        MemberErased erased => [erased.Member],
        _ => [],
    };

    /// <summary>The invitation whose address it says; null for none.</summary>
    internal static InvitationId? InvitationOf(AccountEvent happened) => happened switch
    {
        MemberInvited invited => invited.Invitation,
        InvitationTakenBack taken => taken.Invitation,
        _ => null,
    };
}
