namespace Storefront.GraphQL.Types.Inference;

/// <summary>What a mutation under the conventions gives: a value or errors.</summary>
internal sealed record MutationPayload(object? Value, IReadOnlyList<object>? Errors);
