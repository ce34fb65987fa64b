using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Execution.Limits;
using Storefront.GraphQL.Execution.PersistedDocuments;

namespace Storefront.GraphQL.Execution;

/// <summary>How an executor runs; the defaults suit a public API in production.</summary>
public sealed class ExecutorOptions
{
    private bool? includeExceptionDetails;
    private bool? allowSuggestions;

    /// <summary>
    /// Whether an unexpected exception's text is put in <c>extensions.exception</c>, for development only. Default: false; in a server true
    /// where the host's environment is Development.
    /// </summary>
    public bool IncludeExceptionDetails
    {
        get => includeExceptionDetails ?? IsDevelopment;
        set => includeExceptionDetails = value;
    }

    /// <summary>Whether documents are put in traces as they are, with what values are written in them. Default: false.</summary>
    public bool IncludeDocumentInTraces { get; set; }

    /// <summary>
    /// Sees each error that a resolver did not mean, and gives the one to answer with; its <see cref="GraphQLError.Exception"/> tells what
    /// happened. One of the code <see cref="ErrorCodes.Unavailable"/> refuses a request that has changed nothing. Null keeps them.
    /// </summary>
    public Func<GraphQLError, GraphQLError>? ErrorFilter { get; set; }

    /// <summary>Whether <c>__schema</c> and <c>__type</c> may be asked for.</summary>
    public bool AllowIntrospection { get; set; } = true;

    /// <summary>
    /// Whether messages suggest names ("Did you mean"). Suggestions tell a stranger what the schema holds. Default: false; in a server true
    /// where the host's environment is Development.
    /// </summary>
    public bool AllowSuggestions
    {
        get => allowSuggestions ?? IsDevelopment;
        set => allowSuggestions = value;
    }

    /// <summary>How long a query or mutation, or one event of a subscription, may run. Default: 30 seconds.</summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many parsed and validated documents are kept, from 1. Default: 1 000.</summary>
    public int DocumentCacheCapacity { get; set; } = 1_000;

    /// <summary>The most tokens a document may have. Default: 20 000.</summary>
    public int MaxTokens { get; set; } = 20_000;

    /// <summary>The most levels of nesting in a document's text. Default: 100.</summary>
    public int MaxDepth { get; set; } = 100;

    /// <summary>The largest document in bytes of UTF-8. Default: 256 KiB.</summary>
    public int MaxDocumentSize { get; set; } = 256 * 1024;

    /// <summary>The largest variables in bytes of JSON. Default: 512 KiB.</summary>
    public int MaxVariablesSize { get; set; } = 512 * 1024;

    /// <summary>How many errors of validation are listed before one more says that there are too many, from 1. Default: 100.</summary>
    public int MaxErrors { get; set; } = 100;

    /// <summary>
    /// How many steps the rules of validation may spend on what grows faster than the document; an honest one needs some thousands.
    /// Default: 250 000.
    /// </summary>
    public int MaxWork { get; set; } = 250_000;

    /// <summary>How large an operation may be once its fragments are expanded.</summary>
    public OperationLimits Limits { get; } = new();

    /// <summary>Which documents clients may name instead of sending them.</summary>
    public PersistedDocumentOptions PersistedDocuments { get; } = new();

    /// <summary>What an operation and a client may cost.</summary>
    public CostOptions Cost { get; } = new();

    /// <summary>What holds where the host says nothing else.</summary>
    internal bool IsDevelopment { get; set; }
}
