using System.Text.Json;
using Storefront.GraphQL.Execution.PersistedDocuments;
using Storefront.GraphQL.Execution.Results;

namespace Storefront.GraphQL.Execution.Pipeline;

/// <summary>
/// Gives a request its document: what it sends, what its id or hash stands for; and asks for a trusted one where the options say so. The
/// automatic flow is Apollo's, the id is that of GraphQL over HTTP's persisted documents.
/// </summary>
internal sealed class FindDocument(PersistedDocumentOptions options)
{
    private readonly TrustedDocuments trusted = options.TrustedDocumentsPath is { } path ? TrustedDocuments.Read(path) : TrustedDocuments.None;
    private readonly AutomaticDocuments automatic = new(options.AutomaticCapacity, options.AutomaticMaxBytes);

    /// <returns>The refusal; null when the context has its document.</returns>
    public OperationResultBody? Run(RequestContext context)
    {
        var request = context.Request;
        context.Source = request.Document;
        return request.ParsedDocument is null && Find(context, request) is { } error ? OperationResultBody.Refuse(ResultKind.RequestError, [error]) : null;
    }

    /// <summary>Keeps a document that came with its hash and has turned out to be valid.</summary>
    public void Keep(RequestContext context)
    {
        if (context.NewDocument is { } hash)
        {
            automatic.Add(hash, context.Source.Span);
        }
    }

    private GraphQLError? Find(RequestContext context, OperationRequest request)
    {
        if (request.DocumentId is { } id)
        {
            return FindById(context, id);
        }

        var isTrustedAsked = IsTrustedAskedOf(request);
        if (!TryReadHash(request.Extensions, out var hash, out var error))
        {
            return error ?? (isTrustedAsked && !trusted.TryGet(DocumentHash.Of(context.Source.Span), out _) ? ErrorHelper.TrustedDocumentRequired() : null);
        }

        var isAutomatic = options.EnableAutomatic && !isTrustedAsked;
        if (context.Source.IsEmpty)
        {
            if (trusted.TryGet(hash, out var known) || (isAutomatic && automatic.TryGet(hash, out known)))
            {
                context.Source = known;
                return null;
            }

            return isAutomatic ? ErrorHelper.PersistedQueryNotFound() : ErrorHelper.PersistedQueryNotSupported();
        }

        if (DocumentHash.Of(context.Source.Span) != hash)
        {
            return ErrorHelper.PersistedQueryHashMismatch();
        }

        if (isTrustedAsked && !trusted.TryGet(hash, out _))
        {
            return ErrorHelper.TrustedDocumentRequired();
        }

        context.NewDocument = isAutomatic ? hash : null;
        return null;
    }

    private GraphQLError? FindById(RequestContext context, string id)
    {
        if (!context.Source.IsEmpty)
        {
            return ErrorHelper.DocumentGivenTwice();
        }

        if (!trusted.TryGet(id, out var known)
            && !(options.EnableAutomatic && !IsTrustedAskedOf(context.Request) && DocumentHash.TryParse(id, out var hash) && automatic.TryGet(hash, out known)))
        {
            return ErrorHelper.PersistedDocumentNotFound(id);
        }

        context.Source = known;
        return null;
    }

    private bool IsTrustedAskedOf(OperationRequest request) => options.RequireTrusted switch
    {
        TrustedDocumentsRequirement.Everybody => true,
        TrustedDocumentsRequirement.Anonymous => request.Client is null or { IsAnonymous: true },
        _ => false,
    };

    /// <returns>False when there is no hash, with an error when there is something that is none.</returns>
    private static bool TryReadHash(JsonElement extensions, out DocumentHash hash, out GraphQLError? error)
    {
        hash = default;
        error = null;
        if (extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty("persistedQuery", out var persisted) || persisted.ValueKind == JsonValueKind.Null)
        {
            return false;
        }

        if (persisted.ValueKind == JsonValueKind.Object
            && persisted.TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1
            && persisted.TryGetProperty("sha256Hash", out var text) && text.ValueKind == JsonValueKind.String && DocumentHash.TryParse(text.GetString()!, out hash))
        {
            return true;
        }

        error = ErrorHelper.PersistedQueryInvalid();
        return false;
    }
}
