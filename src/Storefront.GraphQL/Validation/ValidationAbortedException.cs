namespace Storefront.GraphQL.Validation;

/// <summary>Leaves a validation whose last error says why it was not finished.</summary>
internal sealed class ValidationAbortedException : Exception;
