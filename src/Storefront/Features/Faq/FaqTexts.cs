namespace Storefront.Features.Faq;

/// <summary>Marks the texts around the house's questions and answers.</summary>
public sealed class FaqTexts;
