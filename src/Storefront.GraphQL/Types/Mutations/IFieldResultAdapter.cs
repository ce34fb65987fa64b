namespace Storefront.GraphQL.Types.Mutations;

/// <summary>
/// Teaches the mutation conventions a result type of the host's own, such as a <c>Result&lt;T&gt;</c> with a value or a refusal, so that mutations
/// return it as it is.
/// </summary>
public interface IFieldResultAdapter
{
    /// <summary>The type of the value that such a result may hold; null where the type is none of the host's result types.</summary>
    Type? GetValueType(Type resultType);

    /// <summary>The value or the errors of a result.</summary>
    IFieldResult Adapt(object result);
}
