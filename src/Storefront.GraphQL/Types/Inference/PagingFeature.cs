using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Pagination;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>The arguments of connections.</summary>
internal static class PagingFeature
{
    // Each connection field's limits, found when its arguments are read.
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<OutputField, PagingLimits> Limits = [];

    public static void SetLimits(OutputField field, PagingLimits limits) => Limits.AddOrUpdate(field, limits);

    public static PagingArguments ReadArguments(IResolverContext context)
    {
        var limits = Limits.TryGetValue(context.Field, out var found) ? found : new PagingLimits(10, 50);
        var first = Count(context, "first", limits);
        var last = Count(context, "last", limits);
        if (first is not null && last is not null)
        {
            throw Refuse("Give either first or last, not both.");
        }

        return new PagingArguments(
            first is null && last is null ? limits.DefaultPageSize : first,
            context.ArgumentValue<string?>("after"),
            last,
            context.ArgumentValue<string?>("before"),
            context.IsSelected("totalCount"));
    }

    public static GraphQLException Refuse(string message) => new(new GraphQLError { Message = message, Code = "BAD_USER_INPUT" });

    private static int? Count(IResolverContext context, string name, PagingLimits limits) => context.ArgumentValue<int?>(name) switch
    {
        < 0 => throw Refuse($"The argument {name} must not be negative."),
        { } count when count > limits.MaxPageSize => throw Refuse($"The argument {name} must not be more than {limits.MaxPageSize}."),
        var count => count,
    };
}

/// <summary>The page sizes of a connection.</summary>
internal sealed record PagingLimits(int DefaultPageSize, int MaxPageSize);
