using System.Globalization;
using Storefront.Domain.Shared;

namespace Storefront.Features.Payments.Provider;

/// <summary>What our objects at Stripe say of whose they are.</summary>
public static class StripeMetadata
{
    public const string Account = "account";

    public const string Order = "order";

    public static string Write<TId>(TId id)
        where TId : struct, IIdentifier<TId> => id.Value.ToString("N", CultureInfo.InvariantCulture);

    /// <summary>Null when it is missing, or written by somebody else.</summary>
    public static TId? Read<TId>(IReadOnlyDictionary<string, string>? metadata, string name)
        where TId : struct, IIdentifier<TId> =>
        metadata is not null && metadata.TryGetValue(name, out var text) && Guid.TryParseExact(text, "N", out var value) ? TId.From(value) : null;
}
