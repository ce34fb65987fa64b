using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>An answer that staff give often.</summary>
/// <param name="Key">Its name for programs.</param>
/// <param name="Name">What staff choose it by.</param>
/// <param name="Text">The answer in Markdown, with <c>{name}</c>, <c>{account}</c>, <c>{ticket}</c>, <c>{hours}</c> and <c>{staff}</c> for what they stand for.</param>
public sealed record AnswerTemplate(string Key, LocalizedText Name, LocalizedText Text);
