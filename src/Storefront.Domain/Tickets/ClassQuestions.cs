using Storefront.Domain.Shared;

namespace Storefront.Domain.Tickets;

/// <summary>The form's words for urgency and impact (FLU-12).</summary>
public sealed record ClassQuestions(ClassQuestion Urgency, ClassQuestion Impact);

/// <summary>A question of the form with its two answers.</summary>
public sealed record ClassQuestion(LocalizedText Question, LocalizedText High, LocalizedText Low);
