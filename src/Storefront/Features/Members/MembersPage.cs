using Microsoft.AspNetCore.Mvc.ModelBinding;
using Storefront.Domain.Accounts;
using Storefront.Domain.Shared;
using Storefront.Features.Api;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Members;

/// <summary>What the pages of members have in common: the limit as it is typed, and which field a refusal is about.</summary>
internal static class MembersPage
{
    /// <summary>The limit in minutes; null for an empty field. What is no length of time is a number that is refused.</summary>
    public static int? LimitOf(MemberForm form) => string.IsNullOrWhiteSpace(form.Limit) ? null : HoursText.Read(form.Limit);

    public static void AddRefusal(this ModelStateDictionary state, RefusalTexts texts, Refusal refusal)
    {
        var field = refusal switch
        {
            EmailNotValid or AlreadyMember or InvitationSentOften => "Input.Email",
            ApprovalLimitNotValid or ViewerApprovesNothing => "Input.Limit",
            LastOwner when state.ContainsKey("Input.Role") => "Input.Role",
            _ => "",
        };
        state.AddModelError(field, texts.Describe(refusal));
    }
}
