using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL.Diagnostics;

/// <summary>Told what happens while requests are executed; the library reports, the host logs. Called on the request's own path: be quick.</summary>
public abstract class ExecutionDiagnosticEventListener
{
    /// <summary>A request was answered.</summary>
    /// <param name="request">The request.</param>
    /// <param name="result">Its result, still undisposed.</param>
    /// <param name="elapsed">How long it took.</param>
    public virtual void RequestExecuted(OperationRequest request, ExecutionResult result, TimeSpan elapsed)
    {
    }

    /// <summary>A request was given up before it was answered, its client gone.</summary>
    /// <param name="request">The request.</param>
    /// <param name="elapsed">How long it had taken.</param>
    public virtual void RequestCancelled(OperationRequest request, TimeSpan elapsed)
    {
    }

    /// <summary>
    /// A resolver failed in a way it did not mean to, of which the client sees only the error's <c>errorId</c>; or it gave what its field's type cannot
    /// hold (section 6.4.3), which the message says and no exception.
    /// </summary>
    public virtual void ResolverFailed(GraphQLError failure)
    {
    }

    /// <summary>A subscription's source stream failed; the client sees only the error's <c>errorId</c>.</summary>
    public virtual void SubscriptionFailed(GraphQLError failure)
    {
    }

    /// <summary>What stands around execution failed, a host's interceptor above all; the client sees only the error's <c>errorId</c>.</summary>
    public virtual void RequestFailed(GraphQLError failure)
    {
    }
}
