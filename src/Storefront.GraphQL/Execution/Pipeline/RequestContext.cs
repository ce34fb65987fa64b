using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Execution.PersistedDocuments;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.Pipeline;

/// <summary>What the pipeline's steps know of a request; each step adds to it or ends the request with errors.</summary>
internal sealed class RequestContext(OperationRequest request, CancellationToken cancellationToken)
{
    public OperationRequest Request { get; } = request;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The document as UTF-8: the request's, or what its id or hash stands for. Set by <see cref="FindDocument"/>.</summary>
    public ReadOnlyMemory<byte> Source { get; set; }

    /// <summary>The document's hash where the document came with it, to be kept when it is valid. Set by <see cref="FindDocument"/>.</summary>
    public DocumentHash? NewDocument { get; set; }

    /// <summary>Set by <see cref="ParseAndValidate"/>.</summary>
    public CachedDocument? Document { get; set; }

    /// <summary>Set by <see cref="SelectOperation"/>.</summary>
    public OperationDefinitionNode? Definition { get; set; }

    /// <summary>Set by <see cref="Coercion.VariableCoercion"/>.</summary>
    public IReadOnlyDictionary<string, object?>? Variables { get; set; }

    /// <summary>Set by <see cref="CachedDocument.GetPlan"/>.</summary>
    public Operation? Operation { get; set; }

    /// <summary>Set by <see cref="AnalyzeCost"/>.</summary>
    public RequestCost? Cost { get; set; }

    /// <summary>What a subscription's events are executed with; the document and who was charged are let go of when it is open.</summary>
    public RequestContext ForEvents() => new(Request.ForEvents(), CancellationToken) { Operation = Operation, Variables = Variables };
}
