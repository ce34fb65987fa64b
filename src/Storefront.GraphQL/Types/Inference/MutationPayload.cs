namespace Storefront.GraphQL.Types.Inference;

/// <summary>What a mutation under the conventions gives: a value or errors.</summary>
internal sealed record MutationPayload(object? Value, IReadOnlyList<object>? Errors);

/// <summary>An exception that is a value of the response: the executor takes a bare one for the field's failure.</summary>
internal sealed record ExceptionValue(Exception Exception);
