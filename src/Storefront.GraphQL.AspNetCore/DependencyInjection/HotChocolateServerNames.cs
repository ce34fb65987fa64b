using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore;

/// <summary>What somebody who comes from HotChocolate writes by habit around a server, and what it does here.</summary>
public static class HotChocolateServerNames
{
    /// <summary>Adds a GraphQL server, as <see cref="GraphQLServerServiceCollectionExtensions.AddGraphQLServer"/> does.</summary>
    public static IRequestExecutorBuilder AddGraphQL(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Services.AddGraphQLServer();
    }

    /// <summary>Sees each error that no resolver meant, after those that were added before, and gives the one to answer with.</summary>
    public static IRequestExecutorBuilder AddErrorFilter(this IRequestExecutorBuilder builder, Func<GraphQLError, GraphQLError> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return builder.ModifyRequestOptions(options =>
            options.ErrorFilter = options.ErrorFilter is { } before ? error => filter(before(error)) : filter);
    }

    /// <summary>Forbids <c>__schema</c> and <c>__type</c> (section 4.1), and with them the explorer.</summary>
    public static IRequestExecutorBuilder DisableIntrospection(this IRequestExecutorBuilder builder, bool disable = true) =>
        builder.ModifyRequestOptions(options => options.AllowIntrospection = !disable);

    /// <summary>Allows so many levels of selections, from 1, fragments expanded.</summary>
    public static IRequestExecutorBuilder AddMaxExecutionDepthRule(this IRequestExecutorBuilder builder, int maxAllowedExecutionDepth) =>
        builder.ModifyRequestOptions(options => options.Limits.MaxSelectionDepth = maxAllowedExecutionDepth);

    /// <summary>
    /// Runs the program, or, where it was started with <c>schema export</c>, writes the schema instead: to the file behind <c>--output</c>, else to the console.
    /// </summary>
    public static async Task<int> RunWithGraphQLCommandsAsync(this WebApplication app, string[] args)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(args);
        if (args is not ["schema", "export", .. var options])
        {
            await app.RunAsync().ConfigureAwait(false);
            return 0;
        }

        var schema = SchemaPrinter.Print(app.Services.GetRequiredService<Schema>());
        if (options is ["--output", var path])
        {
            await File.WriteAllTextAsync(path, schema).ConfigureAwait(false);
        }
        else
        {
            await Console.Out.WriteLineAsync(schema).ConfigureAwait(false);
        }

        return 0;
    }
}
