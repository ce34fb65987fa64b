using System.Security.Claims;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution;

/// <summary>
/// What a resolver may ask for (section 6.4.2). In a <see cref="PureResolver"/> it is valid only during the call;
/// in an <see cref="AsyncResolver"/> until the returned task has completed.
/// </summary>
public interface IResolverContext
{
    /// <summary>The schema.</summary>
    Schema Schema { get; }

    /// <summary>The object type on which the field is selected.</summary>
    ObjectType ObjectType { get; }

    /// <summary>The field.</summary>
    OutputField Field { get; }

    /// <summary>The response name.</summary>
    string ResponseName { get; }

    /// <summary>The field's path; made when asked for.</summary>
    ResponsePath Path { get; }

    /// <summary>
    /// The resolver's services: those of a scope of its own where it has one (<see cref="AsyncResolver.IsScoped"/>), valid until its value is
    /// there; else the request's.
    /// </summary>
    IServiceProvider Services { get; }

    /// <summary>The services of the request's scope, which all its resolvers share.</summary>
    IServiceProvider RequestServices => Services;

    /// <summary>Who asks; an anonymous principal when nobody signed in.</summary>
    ClaimsPrincipal User { get; }

    /// <summary>Cancelled when the client has gone or the time limit is over.</summary>
    CancellationToken RequestAborted { get; }

    /// <summary>State of the request, shared by its resolvers and set by its transport.</summary>
    IDictionary<string, object?> ContextData { get; }

    /// <summary>The parent's value.</summary>
    /// <exception cref="InvalidCastException">It is not a <typeparamref name="T"/>.</exception>
    T Parent<T>();

    /// <summary>On fields of the subscription root: the event of the source stream.</summary>
    object? EventMessage { get; }

    /// <summary>A coerced, converted argument; the default of <typeparamref name="T"/> when it was not given and has no default.</summary>
    T ArgumentValue<T>(string name);

    /// <summary>Whether an argument was given or has a default: false tells "absent" from null.</summary>
    bool HasArgument(string name);

    /// <summary>The coerced arguments before conversion, absent ones left out.</summary>
    IReadOnlyDictionary<string, object?> Arguments { get; }

    /// <summary>The request's only instance of a data loader.</summary>
    T DataLoader<T>()
        where T : notnull;

    /// <summary>Whether a field below this one was selected on any possible type, through fragments and after skip and include.</summary>
    bool IsSelected(string fieldName);

    /// <summary>Adds an error to the response without failing the field.</summary>
    void ReportError(GraphQLError error);
}
