using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Execution.Cost;
using Storefront.GraphQL.Execution.Pipeline;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>
/// Says what is wrong with a request and what it would cost, without running it, for the editor to show while somebody types: <c>POST …/validate</c>
/// with the body of a request, answered with its <c>errors</c> and, where there are none, <c>extensions.cost</c>. The same parser, limits and rules as for requests.
/// </summary>
internal sealed class DocumentCheck(IRequestExecutor executor, ExecutorOptions options, GraphQLServerOptions serverOptions, GraphQLRequestInterceptor interceptor)
{
    public async Task HandleAsync(HttpContext context)
    {
        using var body = await RequestBody.ReadAsync(context, serverOptions).ConfigureAwait(false);
        var response = context.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        if (body.Problem is not null || body.Requests[0] is not { Query: { } document } parameters)
        {
            response.StatusCode = body.Status;
            var problem = body.Problem ?? new GraphQLError { Message = "There is no document." };
            await response.Body.WriteAsync(Write([problem]), context.RequestAborted).ConfigureAwait(false);
            return;
        }

        var request = new OperationRequest
        {
            Document = document,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Services = context.RequestServices,
            Client = interceptor.IdentifyClient(context),
            CostMode = CostMode.Validate,
            AllowIntrospection = interceptor.AllowIntrospection(context),
        };
        await AnswerAsync(response, request, context.RequestAborted).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpResponse response, OperationRequest request, CancellationToken cancellationToken)
    {
        // Without the analyzer nobody keeps the executor from going on.
        if (options.Cost.SkipAnalyzer)
        {
            var context = new RequestContext(request, cancellationToken) { Source = request.Document };
            new ParseAndValidate(executor.Schema, options).Run(context);
            await response.Body.WriteAsync(Write(context.Document!.Errors), cancellationToken).ConfigureAwait(false);
            return;
        }

        var result = await executor.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            await response.Body.WriteAsync(((OperationResult)result).Body, cancellationToken).ConfigureAwait(false);
        }
    }

    private static ReadOnlyMemory<byte> Write(IReadOnlyList<GraphQLError> errors)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartArray("errors");
            foreach (var error in errors)
            {
                json.WriteStartObject();
                json.WriteString("message", error.Message);
                json.WriteStartArray("locations");
                foreach (var location in error.Locations)
                {
                    json.WriteStartObject();
                    json.WriteNumber("line", location.Line);
                    json.WriteNumber("column", location.Column);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
