using System.ComponentModel.DataAnnotations;
using Storefront.Features.Api;

namespace Storefront.Features.Accounts;

/// <summary>
/// A password that is chosen beside other fields: by the form, so that it is told together with whatever else is wrong. An empty one is for
/// <see cref="RequiredAttribute"/> to tell.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class StrongPasswordAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is string { Length: > 0 } password && PasswordRules.Check(password) is { } weak
            ? new ValidationResult(validationContext.GetRequiredService<RefusalTexts>().Describe(weak))
            : ValidationResult.Success;
}
