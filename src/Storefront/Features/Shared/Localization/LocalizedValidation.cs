using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Storefront.Features.Shared.Localization;

/// <summary>
/// Gives every validation attribute that has no message of its own, and every failure to read a value, a sentence in the reader's language.
/// </summary>
public sealed class LocalizedValidation(IStringLocalizer<SharedTexts> texts) : IConfigureOptions<MvcOptions>, IValidationMetadataProvider
{
    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["Validation.Invalid"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["Validation.Required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["Validation.Required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["Validation.Required"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["Validation.Invalid"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Validation.Invalid"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["Validation.Number"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["Validation.Invalid"]);
        messages.SetValueIsInvalidAccessor(_ => texts["Validation.Invalid"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["Validation.Number"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["Validation.Required"]);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            // Kinds of data bring a message of their own, which is English.
            if ((attribute.ErrorMessage is null || attribute is EmailAddressAttribute or UrlAttribute)
                && attribute.ErrorMessageResourceName is null && TextName(attribute) is { } name)
            {
                attribute.ErrorMessage = name;
            }
        }
    }

    // The arguments that each attribute gives its message: {0} the label, then its own limits.
    private static string? TextName(ValidationAttribute attribute) => attribute switch
    {
        RequiredAttribute => "Validation.Required",
        EmailAddressAttribute => "Validation.Email",
        StringLengthAttribute { MinimumLength: > 0 } => "Validation.LengthBetween",
        StringLengthAttribute => "Validation.TooLong",
        MaxLengthAttribute => "Validation.TooLong",
        MinLengthAttribute => "Validation.TooShort",
        RangeAttribute => "Validation.Range",
        CompareAttribute => "Validation.NotTheSame",
        UrlAttribute => "Validation.Url",
        OneLineAttribute => "Validation.Invalid",
        _ => null,
    };
}
