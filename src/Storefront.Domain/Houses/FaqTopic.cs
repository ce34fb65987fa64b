using Storefront.Domain.Shared;

namespace Storefront.Domain.Houses;

/// <summary>Frequent questions about one thing (FLU-26).</summary>
/// <param name="Key">Its name for programs and addresses.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Lead">One sentence below the title.</param>
/// <param name="Questions">The questions, in the order they are shown.</param>
public sealed record FaqTopic(string Key, LocalizedText Title, LocalizedText Lead, IReadOnlyList<FaqQuestion> Questions);

/// <summary>A frequent question.</summary>
/// <param name="Key">Its name for programs and addresses, unique in the house.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Answer">The answer, in Markdown.</param>
public sealed record FaqQuestion(string Key, LocalizedText Question, LocalizedText Answer);
