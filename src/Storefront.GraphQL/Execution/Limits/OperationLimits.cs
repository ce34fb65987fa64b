namespace Storefront.GraphQL.Execution.Limits;

/// <summary>
/// How large an operation may be once its fragments are expanded, as execution expands them. Counted before validation, so that a document
/// made to be slow is not validated.
/// </summary>
public sealed class OperationLimits
{
    /// <summary>The most fields (inclusive), each counted as often as it is selected. Default: 5 000.</summary>
    public int MaxFields { get; set; } = 5_000;

    /// <summary>The most aliases (inclusive). Default: 500.</summary>
    public int MaxAliases { get; set; } = 500;

    /// <summary>The most directives (inclusive), those on fragments counted where they are spread. Default: 500.</summary>
    public int MaxDirectives { get; set; } = 500;

    /// <summary>The most levels of fields inside each other (inclusive). Default: 50.</summary>
    public int MaxSelectionDepth { get; set; } = 50;
}
