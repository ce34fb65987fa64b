namespace Storefront.Features.Shared;

/// <summary>The stream of events that a page follows; for the partial <c>_LiveState</c>.</summary>
/// <param name="Url">A GraphQL subscription by GET on <c>/graphql</c>, without <c>after</c>: see <see cref="For"/>.</param>
/// <param name="LastSequence">Sequence of the last event that the page already shows; null asks for a snapshot first.</param>
public sealed record LiveStream(string Url, long? LastSequence = null)
{
    /// <summary>The address of a subscription document with its variables as JSON; the document takes <c>$after: Long</c>.</summary>
    public static LiveStream For(string document, string variablesJson, long? lastSequence = null) => new(
        $"/graphql?query={Uri.EscapeDataString(document)}&variables={Uri.EscapeDataString(variablesJson)}", lastSequence);
}
