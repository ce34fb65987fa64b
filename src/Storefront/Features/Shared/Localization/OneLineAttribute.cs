using System.ComponentModel.DataAnnotations;

namespace Storefront.Features.Shared.Localization;

/// <summary>Text without line breaks and other control characters, which no field of one line can have and PostgreSQL keeps not all of.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneLineAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string text || !text.Any(char.IsControl);
}
