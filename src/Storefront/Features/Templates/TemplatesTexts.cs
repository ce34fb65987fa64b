namespace Storefront.Features.Templates;

/// <summary>Marks the texts about templates of answers.</summary>
public sealed class TemplatesTexts;
