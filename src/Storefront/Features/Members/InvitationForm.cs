using System.ComponentModel.DataAnnotations;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Members;

/// <summary>Whom to invite, as it is typed.</summary>
public sealed class InvitationForm : MemberForm
{
    [Required, EmailAddress, StringLength(254), OneLine]
    [Display(Name = "Invite.Email")]
    public string Email { get; set; } = "";
}

/// <summary>What somebody may, as it is typed.</summary>
public class MemberForm
{
    [Required, EnumDataType(typeof(MemberRole), ErrorMessage = "Validation.Invalid")]
    [Display(Name = "Role")]
    public MemberRole? Role { get; set; } = MemberRole.Member;

    /// <summary>In hours, as people write them; empty for no limit.</summary>
    [StringLength(20), OneLine]
    [Display(Name = "Limit")]
    public string? Limit { get; set; }
}
