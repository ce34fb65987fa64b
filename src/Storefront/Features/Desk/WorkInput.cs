using NodaTime;

namespace Storefront.Features.Desk;

/// <summary>Time that was worked.</summary>
/// <param name="Minutes">Whole minutes, 1 to 1440.</param>
/// <param name="Note">What was done, in words that the customer reads.</param>
/// <param name="WorkedAt">When it ended; null for now.</param>
/// <param name="IdempotencyKey">Chosen by who asks: the same key again logs nothing more.</param>
public sealed record WorkInput(int Minutes, string Note, Instant? WorkedAt, string IdempotencyKey);
