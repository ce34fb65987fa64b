using System.Collections.Concurrent;
using Storefront.GraphQL.Execution.PersistedDocuments;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.Pipeline;

/// <summary>
/// Parsed and validated documents by the SHA-256 of their source, so that a known one costs a hash and a look-up.
/// Bounded: when full, a document that was not asked for since the last round makes room (the clock algorithm).
/// </summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly ConcurrentDictionary<DocumentHash, CachedDocument> documents = new();
    private readonly ConcurrentQueue<DocumentHash> hand = new();

    public CachedDocument? Find(DocumentHash key)
    {
        if (!documents.TryGetValue(key, out var document))
        {
            return null;
        }

        document.WasUsed = true;
        return document;
    }

    public void Add(DocumentHash key, CachedDocument document)
    {
        if (!documents.TryAdd(key, document))
        {
            return;
        }

        hand.Enqueue(key);
        while (documents.Count > capacity && hand.TryDequeue(out var candidate))
        {
            if (documents.TryGetValue(candidate, out var old) && old.WasUsed)
            {
                old.WasUsed = false;
                hand.Enqueue(candidate);
            }
            else
            {
                documents.TryRemove(candidate, out _);
            }
        }
    }
}

/// <summary>A document with what is known of it: its errors, or its compiled operations.</summary>
internal sealed class CachedDocument(DocumentNode? document, IReadOnlyList<GraphQLError> errors, ResultKind errorKind)
{
    // A document with n conditions has 2^n plans and more; only the first few are worth keeping.
    private const int MaxPlans = 16;

    private readonly ConcurrentDictionary<(string? Name, string Conditions), Operation> plans = new();
    private readonly string[] conditionNames = document is null || errors.Count > 0 ? [] : OperationConditions.Find(document);

    /// <summary>The document; null when it has a syntax error.</summary>
    public DocumentNode? Document { get; } = document;

    /// <summary>The document's operations, their names unique once it is valid.</summary>
    public OperationDefinitionNode[] Operations { get; } = [.. document?.Definitions.OfType<OperationDefinitionNode>() ?? []];

    public IReadOnlyList<GraphQLError> Errors { get; } = errors;

    public ResultKind ErrorKind { get; } = errorKind;

    /// <summary>Whether <c>__schema</c> or <c>__type</c> is selected anywhere, which not every request may; false where there are errors.</summary>
    public bool UsesIntrospection { get; } = document is not null && errors.Count == 0 && IntrospectionUse.IsIn(document);

    public bool WasUsed { get; set; }

    public Operation GetPlan(Types.Schema schema, OperationDefinitionNode definition, IReadOnlyDictionary<string, object?> variables)
    {
        var key = (definition.Name?.Value, OperationConditions.Describe(conditionNames, variables));
        if (plans.TryGetValue(key, out var plan))
        {
            return plan;
        }

        plan = new Operation(schema, Document!, definition, OperationConditions.Evaluate(conditionNames, variables));

        // One that fails where it comes to the condition would only take the place of one that does not.
        if (plans.Count < MaxPlans && !key.Item2.Contains(OperationConditions.Null, StringComparison.Ordinal))
        {
            plans.TryAdd(key, plan);
        }

        return plan;
    }
}
