using System.Collections.Concurrent;
using Storefront.Domain.Shared;
using Storefront.GraphQL.Types.Mutations;

namespace Storefront.Features.Api;

/// <summary>Lets mutations return the actions' <see cref="Result{T}"/> as it is: the value becomes the payload's field, the refusal one of its errors.</summary>
internal sealed class ResultAdapter : IFieldResultAdapter
{
    private static readonly ConcurrentDictionary<Type, IFieldResultAdapter> Adapters = new();

    public Type? GetValueType(Type resultType) =>
        resultType.IsGenericType && resultType.GetGenericTypeDefinition() == typeof(Result<>) ? resultType.GetGenericArguments()[0] : null;

    public IFieldResult Adapt(object result) => Adapters
        .GetOrAdd(result.GetType(), static type => (IFieldResultAdapter)Activator.CreateInstance(typeof(Adapter<>).MakeGenericType(type.GetGenericArguments()))!)
        .Adapt(result);

    private sealed class Adapter<T> : IFieldResultAdapter
    {
        public Type? GetValueType(Type resultType) => typeof(T);

        public IFieldResult Adapt(object result)
        {
            var given = (Result<T>)result;
            return given.Refusal is { } refusal ? new FieldResult<T>([(object)refusal]) : new FieldResult<T>(given.Value);
        }
    }
}
