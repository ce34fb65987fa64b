using System.Security.Claims;
using System.Text.Json;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution;

/// <summary>A request to execute (section 6.1), as a transport has read it.</summary>
public sealed class OperationRequest
{
    /// <summary>The document's source as UTF-8; empty when only an id is given.</summary>
    public ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The id of a trusted document, instead of its source; null when the source is given, or a hash in <see cref="Extensions"/>.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The document's parsed form, where the caller has one; it wins over <see cref="Document"/>.</summary>
    public DocumentNode? ParsedDocument { get; init; }

    /// <summary>The operation to run; null when the document has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables: a JSON object, or undefined when there are none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>The request's <c>extensions</c>: a JSON object, or undefined.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>The value on which the root fields are resolved; null where resolvers need none.</summary>
    public object? RootValue { get; init; }

    /// <summary>The services of the request's scope.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Who asks.</summary>
    public ClaimsPrincipal? User { get; init; }

    /// <summary>Who is charged; null when nobody is.</summary>
    public RequestClient? Client { get; init; }

    /// <summary>What is asked about the request's own cost.</summary>
    public CostMode CostMode { get; init; }

    /// <summary>Whether this request may ask for <c>__schema</c> and <c>__type</c>; null for what <see cref="ExecutorOptions.AllowIntrospection"/> says.</summary>
    public bool? AllowIntrospection { get; init; }

    /// <summary>State that resolvers may read; null for none.</summary>
    public IDictionary<string, object?>? ContextData { get; init; }

    /// <summary>
    /// Where a subscription that was cut off goes on: given as the root field's argument <c>after</c>, in place of what the document says, where
    /// the field has such an argument. Null to begin as the document says.
    /// </summary>
    public string? ResumeAfter { get; init; }

    /// <summary>Which operations may run here; a GET allows no mutations.</summary>
    public AllowedOperations AllowedOperations { get; init; } = AllowedOperations.All;

    /// <summary>
    /// The source of the token that the request is executed with, where that is this one operation's: a subscription then needs none of its own,
    /// and cancels it when it ends or has not opened in time. Null to leave it to the caller.
    /// </summary>
    internal CancellationTokenSource? Lifetime { get; init; }

    /// <summary>What resolvers see of it.</summary>
    internal OperationRequest ForEvents() => new() { Services = Services, User = User, ContextData = ContextData };
}

/// <summary>The operations that a transport lets through (section 2.3).</summary>
[Flags]
public enum AllowedOperations
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Queries.</summary>
    Query = 1,

    /// <summary>Mutations.</summary>
    Mutation = 2,

    /// <summary>Subscriptions.</summary>
    Subscription = 4,

    /// <summary>All three.</summary>
    All = Query | Mutation | Subscription,
}
