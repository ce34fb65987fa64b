namespace Storefront.GraphQL.Execution;

/// <content>Errors of requests for documents by hash or id.</content>
internal static partial class ErrorHelper
{
    public static GraphQLError PersistedQueryNotFound() => new() { Message = "PersistedQueryNotFound", Code = ErrorCodes.PersistedQueryNotFound };

    public static GraphQLError PersistedQueryNotSupported() => new() { Message = "PersistedQueryNotSupported", Code = ErrorCodes.PersistedQueryNotSupported };

    public static GraphQLError PersistedQueryHashMismatch() => new()
    {
        Message = "The document given is not the one whose SHA-256 is given in extensions.persistedQuery.sha256Hash.",
        Code = ErrorCodes.PersistedQueryHashMismatch,
    };

    public static GraphQLError PersistedQueryInvalid() => new()
    {
        Message = "Invalid extensions.persistedQuery: it must be {\"version\": 1, \"sha256Hash\": the document's SHA-256 in 64 hexadecimal digits}.",
        Code = ErrorCodes.BadUserInput,
    };

    public static GraphQLError PersistedDocumentNotFound(string id) => new()
    {
        Message = $"There is no document with the id \"{(id.Length <= MaxInspectedLength ? id : $"{id[..MaxInspectedLength]}…")}\".",
        Code = ErrorCodes.PersistedDocumentNotFound,
    };

    public static GraphQLError TrustedDocumentRequired() => new()
    {
        Message = "Only trusted documents are executed here: send the \"documentId\" of one, or the text of one as it was registered.",
        Code = ErrorCodes.PersistedDocumentRequired,
    };

    public static GraphQLError DocumentGivenTwice() => new()
    {
        Message = "Give either \"query\" or \"documentId\", not both.",
        Code = ErrorCodes.BadUserInput,
    };
}
