using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A text with legal weight, such as the terms or the privacy notice.</summary>
/// <param name="Key">Its name for addresses: <c>terms</c>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Body">The text, in Markdown.</param>
public sealed record LegalText(string Key, LocalizedText Title, LocalizedText Body);
