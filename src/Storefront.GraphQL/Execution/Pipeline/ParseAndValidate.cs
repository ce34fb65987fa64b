using Storefront.GraphQL.Execution.PersistedDocuments;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Execution.Pipeline;

/// <summary>The first step: finds the document in the cache, or parses and validates it (chapters 2 and 5).</summary>
internal sealed class ParseAndValidate(Schema schema, ExecutorOptions options)
{
    private readonly DocumentCache cache = new(options.DocumentCacheCapacity);
    private readonly CheckLimits checkLimits = new(options.Limits);

    public void Run(RequestContext context)
    {
        var mayIntrospect = context.Request.AllowIntrospection ?? options.AllowIntrospection;
        if (context.Request.ParsedDocument is { } parsed)
        {
            context.Document = Validate(parsed, mayIntrospect);
            return;
        }

        var source = context.Source.Span;
        var key = DocumentHash.Of(source);
        context.Document = cache.Find(key);
        if (context.Document is null)
        {
            context.Document = Parse(source, mayIntrospect);

            // A refused document is not kept: anybody can make any number of them.
            if (context.Document.Errors.Count == 0)
            {
                cache.Add(key, context.Document);
            }
        }
        else if (!mayIntrospect && context.Document.UsesIntrospection)
        {
            // It was kept for somebody who may.
            context.Document = Validate(context.Document.Document!, mayIntrospect);
        }
    }

    private CachedDocument Parse(ReadOnlySpan<byte> source, bool mayIntrospect)
    {
        try
        {
            var document = Utf8GraphQLParser.Parse(source, new ParserOptions
            {
                MaxTokens = options.MaxTokens,
                MaxDepth = options.MaxDepth,
                MaxDocumentSize = options.MaxDocumentSize,
            });
            return Validate(document, mayIntrospect);
        }
        catch (SyntaxException exception) when (exception.Limit is var (limit, maximum))
        {
            return new CachedDocument(null, [ErrorHelper.DocumentTooLarge(exception, limit, maximum)], ResultKind.LimitExceeded);
        }
        catch (SyntaxException exception)
        {
            return new CachedDocument(null, [exception.ToError()], ResultKind.SyntaxError);
        }
    }

    private CachedDocument Validate(DocumentNode document, bool mayIntrospect)
    {
        if (checkLimits.Run(document) is { } tooLarge)
        {
            return new CachedDocument(null, [tooLarge], ResultKind.LimitExceeded);
        }

        var errors = FindErrors(document, mayIntrospect);
        return new CachedDocument(document, errors, errors is [.., { Code: ErrorCodes.LimitExceeded }] ? ResultKind.LimitExceeded : ResultKind.ValidationError);
    }

    private IReadOnlyList<GraphQLError> FindErrors(DocumentNode document, bool mayIntrospect) =>
        DocumentValidator.Validate(schema, document, new ValidationOptions
        {
            AllowIntrospection = mayIntrospect,
            Suggestions = options.AllowSuggestions,
            MaxErrors = options.MaxErrors,
            MaxWork = options.MaxWork,
        });
}
