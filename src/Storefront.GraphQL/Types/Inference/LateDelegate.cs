using System.Linq.Expressions;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>A delegate that is compiled when it is first called.</summary>
internal abstract class LateDelegate
{
    /// <summary>What compiles and calls.</summary>
    public abstract Delegate AsDelegate { get; }
}

/// <summary>A delegate of one parameter that is compiled when it is first called.</summary>
internal sealed class LateDelegate<T, TResult>(Expression<Func<T, TResult>> lambda) : LateDelegate
{
    private Func<T, TResult>? compiled;

    public override Delegate AsDelegate => (Func<T, TResult>)Invoke;

    public TResult Invoke(T argument) => (compiled ??= lambda.Compile())(argument);
}
