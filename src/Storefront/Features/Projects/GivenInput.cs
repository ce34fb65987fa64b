using NodaTime;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects;

/// <summary>
/// What a customer handed over for an input, as text, as files (attachments that name it) or both. Given again, the last one counts; the others
/// stay, so that both sides see what was returned.
/// </summary>
public sealed class GivenInput
{
    public required AccountId AccountId { get; init; }

    public required GivenInputId Id { get; init; }

    public required ProjectId ProjectId { get; init; }

    /// <summary>The template's.</summary>
    public required string InputKey { get; init; }

    /// <summary>The input itself where it is text; null where it is files alone.</summary>
    public string? Text { get; set; }

    /// <summary>Where it will be used (TEC-05).</summary>
    public required string Use { get; set; }

    public required UserId GivenBy { get; init; }

    public required Instant GivenAt { get; init; }

    /// <summary>When it was accepted; null while it was not.</summary>
    public Instant? AcceptedAt { get; set; }

    /// <summary>When it came back; null when it did not.</summary>
    public Instant? ReturnedAt { get; set; }

    /// <summary>Why it came back.</summary>
    public string? ReturnReason { get; set; }
}
