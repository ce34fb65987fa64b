using System.ComponentModel.DataAnnotations;
using Storefront.Features.Shared.Localization;

namespace Storefront.Features.Accounts;

/// <summary>What a newcomer tells.</summary>
public sealed class Registration
{
    /// <summary>The customer company.</summary>
    [Required, StringLength(120), OneLine]
    [Display(Name = "Register.Company")]
    public string Company { get; set; } = "";

    /// <summary>The person.</summary>
    [Required, StringLength(120), OneLine]
    [Display(Name = "Register.Name")]
    public string Name { get; set; } = "";

    [Required, EmailAddress, StringLength(254), OneLine]
    [Display(Name = "Field.Email")]
    public string Email { get; set; } = "";

    /// <summary>Not longer than what is reasonable to hash.</summary>
    [Required, StringLength(128), StrongPassword]
    [Display(Name = "Field.Password")]
    public string Password { get; set; } = "";
}
