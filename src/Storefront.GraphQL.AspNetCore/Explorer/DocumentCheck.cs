using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Storefront.GraphQL.AspNetCore.Http;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>
/// Says what is wrong with a document without running it, for the editor to show while somebody types: <c>POST …/validate</c> with the body of a
/// request, answered with its errors. The same parser, limits and rules as for requests.
/// </summary>
internal sealed class DocumentCheck(Schema schema, ExecutorOptions options, GraphQLServerOptions serverOptions)
{
    public async Task HandleAsync(HttpContext context)
    {
        var (parameters, status, problem) = await RequestBody.ReadAsync(context, serverOptions.MaxRequestSize).ConfigureAwait(false);
        var isRead = parameters?.Query is not null;
        context.Response.StatusCode = isRead ? StatusCodes.Status200OK : status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        IReadOnlyList<GraphQLError> errors = isRead ? Validate(parameters!.Query!.Value.Span) : [new GraphQLError { Message = problem ?? "There is no document." }];
        await context.Response.Body.WriteAsync(Write(errors), context.RequestAborted).ConfigureAwait(false);
    }

    private IReadOnlyList<GraphQLError> Validate(ReadOnlySpan<byte> source)
    {
        try
        {
            var limits = new ParserOptions { MaxTokens = options.MaxTokens, MaxDepth = options.MaxDepth, MaxSize = options.MaxDocumentSize };
            return DocumentValidator.Validate(schema, Utf8GraphQLParser.Parse(source, limits), new ValidationOptions
            {
                AllowIntrospection = options.AllowIntrospection,
                Suggestions = options.AllowSuggestions,
                MaxErrors = 20,
            });
        }
        catch (SyntaxException exception)
        {
            return [exception.ToError()];
        }
    }

    private static ReadOnlyMemory<byte> Write(IReadOnlyList<GraphQLError> errors)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
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
