using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>A longer text of the help centre.</summary>
/// <param name="Key">Its name for programs and addresses; no question has the same.</param>
/// <param name="TopicKey">The topic of questions that it stands with.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Body">The text, in Markdown.</param>
public sealed record HelpArticle(string Key, string TopicKey, LocalizedText Title, LocalizedText Body);
