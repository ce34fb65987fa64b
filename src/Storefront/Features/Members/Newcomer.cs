using System.ComponentModel.DataAnnotations;
using Storefront.Features.Accounts;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Members;

/// <summary>What somebody who is invited and has no sign-in yet tells.</summary>
public sealed class Newcomer
{
    [Required, StringLength(120), OneLine]
    [Display(Name = "Accept.Name")]
    public string Name { get; set; } = "";

    /// <summary>Not longer than what is reasonable to hash.</summary>
    [Required, StringLength(128), StrongPassword]
    [Display(Name = "Accept.Password")]
    public string Password { get; set; } = "";
}
