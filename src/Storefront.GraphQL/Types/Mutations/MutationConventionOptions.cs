namespace Storefront.GraphQL.Types.Mutations;

/// <summary>How mutations become <c>name(input: NameInput!): NamePayload!</c>.</summary>
public sealed class MutationConventionOptions
{
    /// <summary>Whether every mutation follows the conventions; else those with <c>[UseMutationConvention]</c>. True unless set.</summary>
    public bool ApplyToAllMutations { get; set; } = true;

    /// <summary>The argument's name.</summary>
    public string InputArgumentName { get; set; } = "input";

    /// <summary>The input type's name, <c>{MutationName}</c> being the mutation's with a capital.</summary>
    public string InputTypeNamePattern { get; set; } = "{MutationName}Input";

    /// <summary>The payload type's name.</summary>
    public string PayloadTypeNamePattern { get; set; } = "{MutationName}Payload";

    /// <summary>The name of the union of errors.</summary>
    public string PayloadErrorTypeNamePattern { get; set; } = "{MutationName}Error";

    /// <summary>The payload's field for the errors.</summary>
    public string PayloadErrorsFieldName { get; set; } = "errors";
}
