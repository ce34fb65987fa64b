namespace Storefront.Features.Errors;

/// <summary>Marks the texts of the error pages.</summary>
public sealed class ErrorsTexts;
