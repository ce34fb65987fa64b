using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Templates;

/// <summary>An answer that staff wrote to give it often, beside those of the handbook. All staff use it.</summary>
public sealed class AnswerTemplateRow
{
    public required AnswerTemplateId Id { get; init; }

    /// <summary>What it is chosen by.</summary>
    public required string Name { get; set; }

    /// <summary>BCP 47 tag of one of the house's languages.</summary>
    public required string Language { get; set; }

    /// <summary>Markdown with variables.</summary>
    public required string Body { get; set; }

    public required UserId WrittenBy { get; set; }

    public required Instant UpdatedAt { get; set; }
}
