using System.Globalization;
using System.Text.Json;
using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution;

/// <summary>Every error that execution makes, in one place.</summary>
internal static class ErrorHelper
{
    private const int MaxInspectedLength = 100;

    public static GraphQLError RequiredArgumentMissing(InputValue argument, VariableNode? variable) => new()
    {
        Message = variable is null
            ? $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was not provided."
            : $"Argument \"{argument.Name}\" of required type \"{argument.Type}\" was provided the variable \"${variable.Name.Value}\" which was not provided a runtime value.",
        Code = ErrorCodes.BadUserInput,
        Locations = LocationsOf(variable),
    };

    public static GraphQLError ArgumentIsNull(InputValue argument) => new()
    {
        Message = $"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null.",
        Code = ErrorCodes.BadUserInput,
    };

    public static GraphQLError ArgumentInvalid(InputValue argument, ValueNode value) => new()
    {
        Message = $"Argument \"{argument.Name}\" has invalid value {SyntaxPrinter.Print(value)}.",
        Code = ErrorCodes.BadUserInput,
        Locations = LocationsOf(value),
    };

    public static GraphQLError VariableMissing(VariableDefinitionNode variable, IType type) => new()
    {
        Message = $"Variable \"${variable.Variable.Name.Value}\" of required type \"{type}\" was not provided.",
        Code = ErrorCodes.BadUserInput,
        Locations = LocationsOf(variable),
    };

    public static GraphQLError VariableIsNull(VariableDefinitionNode variable, IType type) => new()
    {
        Message = $"Variable \"${variable.Variable.Name.Value}\" of non-null type \"{type}\" must not be null.",
        Code = ErrorCodes.BadUserInput,
        Locations = LocationsOf(variable),
    };

    public static GraphQLError VariableInvalid(VariableDefinitionNode variable, InputProblem problem)
    {
        var name = variable.Variable.Name.Value;
        var place = problem.Path is null ? string.Empty : $" at \"{name}{problem.Path}\"";
        return new GraphQLError
        {
            Message = $"Variable \"${name}\" got invalid value {Inspect(problem.Value)}{place}; {problem.Message}",
            Code = ErrorCodes.BadUserInput,
            Locations = LocationsOf(variable),
        };
    }

    public static GraphQLError TooManyVariableErrors() => new()
    {
        Message = "Too many errors processing variables, error limit reached. Execution aborted.",
        Code = ErrorCodes.BadUserInput,
    };

    public static GraphQLError OperationUnknown(string? operationName) => new()
    {
        Message = operationName is null
            ? "Must provide operation name if query contains multiple operations."
            : $"Unknown operation named \"{operationName}\".",
        Code = ErrorCodes.BadUserInput,
    };

    public static GraphQLError NoOperation() => new()
    {
        Message = "Must provide an operation.",
        Code = ErrorCodes.BadUserInput,
    };

    public static GraphQLError OperationNotAllowed(OperationType operation) => new()
    {
        Message = operation switch
        {
            OperationType.Query => "A query cannot be sent this way.",
            OperationType.Mutation => "A mutation cannot be sent this way; use POST or a WebSocket.",
            OperationType.Subscription => "A subscription cannot be answered this way; accept text/event-stream or use a WebSocket.",
        },
        Code = ErrorCodes.OperationNotAllowed,
    };

    public static GraphQLError NonNullFieldIsNull(Selection selection) => new()
    {
        Message = $"Cannot return null for non-nullable field {selection.Coordinate}.",
        Code = ErrorCodes.Internal,
    };

    public static GraphQLError NotAList(Selection selection) => new()
    {
        Message = $"Expected Iterable, but did not find one for field \"{selection.Coordinate}\".",
        Code = ErrorCodes.Internal,
    };

    public static GraphQLError LeafInvalid(string problem) => new()
    {
        Message = problem,
        Code = ErrorCodes.Internal,
    };

    public static GraphQLError EnumInvalid(EnumType type, object value) => new()
    {
        Message = $"Enum \"{type}\" cannot represent value: {ValuePrinter.Inspect(value)}",
        Code = ErrorCodes.Internal,
    };

    public static GraphQLError ObjectTypeUnknown(NamedType type, Selection selection, object value) => new()
    {
        Message = $"Abstract type \"{type}\" must resolve to an Object type at runtime for field \"{selection.Coordinate}\", but {value.GetType().Name} is none of its types.",
        Code = ErrorCodes.Internal,
    };

    public static GraphQLError TimeLimitExceeded(TimeSpan limit) => new()
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"The request took longer than its time limit of {limit.TotalSeconds:0.#} seconds."),
        Code = ErrorCodes.TimeLimitExceeded,
    };

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

    public static GraphQLError OperationTooLarge(OperationDefinitionNode operation, string things, long actual, string limit, int maximum, string advice) =>
        LimitExceeded(
            string.Create(CultureInfo.InvariantCulture, $"The operation has {(actual >= int.MaxValue ? "more than a billion" : actual)} {things}; at most {maximum} are allowed ({limit}). {advice}"),
            limit, maximum, LocationsOf(operation));

    /// <summary>A limit of the parser's, with what to do about it.</summary>
    public static GraphQLError DocumentTooLarge(SyntaxException exception, string limit, int maximum) =>
        LimitExceeded(
            $"{exception.Message} {(limit == nameof(ParserOptions.MaxDepth) ? "Nest less deeply." : "Ask for less in one document, or move values into variables.")}",
            limit, maximum, [new SourceLocation(exception.Line, exception.Column)]);

    public static GraphQLError VariablesTooLarge(long actual, int maximum) => LimitExceeded(
        string.Create(CultureInfo.InvariantCulture, $"The variables take {actual} bytes; at most {maximum} are allowed ({nameof(ExecutorOptions.MaxVariablesSize)}). Send less in one request."),
        nameof(ExecutorOptions.MaxVariablesSize), maximum, []);

    public static GraphQLError CostTakesTooLong(int maximum) => LimitExceeded(
        string.Create(CultureInfo.InvariantCulture, $"What the operation costs takes more than {maximum} steps to find (MaxSteps). Select fewer fields, above all on interfaces and unions."),
        "MaxSteps", maximum, []);

    public static GraphQLError CostExceeded(string kind, double cost, double maximum) => new()
    {
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"The operation's {kind} cost is {cost:0.##}; at most {maximum:0.##} is allowed (Max{char.ToUpperInvariant(kind[0])}{kind[1..]}Cost). Ask for smaller pages, fewer nested lists or fewer fields."),
        Code = ErrorCodes.CostExceeded,
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [$"{kind}Cost"] = cost,
            [$"max{char.ToUpperInvariant(kind[0])}{kind[1..]}Cost"] = maximum,
        },
    };

    public static GraphQLError CostOverBudget(double cost, double maximum) => new()
    {
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"The operation costs {cost:0.##}, which is more than this client's budget can hold, {maximum:0.##} (maximumAvailable). Ask for smaller pages, fewer nested lists or fewer fields."),
        Code = ErrorCodes.CostExceeded,
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["requestedQueryCost"] = cost, ["maximumAvailable"] = maximum },
    };

    public static GraphQLError RateLimited(double cost, double available, TimeSpan wait) => new()
    {
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"This client has spent its budget: the request costs {cost:0.##} and {Math.Floor(available):0} is available (currentlyAvailable). Ask again in {wait.TotalSeconds:0} seconds, or ask for less."),
        Code = ErrorCodes.RateLimited,
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["retryAfter"] = (int)wait.TotalSeconds },
    };

    public static GraphQLError SlicingArgumentNeeded(Cost.CostEntry entry) => new()
    {
        Message = $"Exactly one slicing argument of field \"{entry.Field.Name}\" must be given: {entry.Size!.SlicingNames}.",
        Code = ErrorCodes.BadUserInput,
        Locations = LocationsOf(entry.Node),
    };

    /// <summary>Text that is not Unicode: half of a surrogate pair, or bytes that are not UTF-8.</summary>
    public static GraphQLError VariablesNotUnicode() => new()
    {
        Message = "The variables have text that is not Unicode.",
        Code = ErrorCodes.BadUserInput,
    };

    public static GraphQLError NestedTooDeep(Selection selection) => new()
    {
        Message = $"The request is nested too deep at \"{selection.Coordinate}\".",
        Code = ErrorCodes.BadUserInput,
    };

    public static GraphQLError SlowReader() => new()
    {
        Message = "Events came faster than they were read, and some were lost; subscribe again.",
        Code = ErrorCodes.SlowReader,
    };

    public static GraphQLError VariablesNotAnObject() => new()
    {
        Message = "Variables must be a JSON object.",
        Code = ErrorCodes.BadUserInput,
    };

    /// <summary>An error whose cause is the client's business no more than that it happened; the id finds the rest in the log.</summary>
    public static GraphQLError Unexpected(Exception exception, bool includeDetails)
    {
        var id = Guid.CreateVersion7().ToString("N");
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["errorId"] = id };
        if (includeDetails)
        {
            extensions["exception"] = exception.ToString();
        }

        return new GraphQLError
        {
            Message = "Internal error.",
            Code = ErrorCodes.Internal,
            Extensions = extensions,
            Exception = exception,
        };
    }

    /// <summary>The error with the field's path and locations, where it has none of its own.</summary>
    public static GraphQLError At(GraphQLError error, Selection selection, ResponsePath path) => new()
    {
        Message = error.Message,
        Code = error.Code,
        Path = error.Path ?? path,
        Locations = error.Locations.Count > 0 ? error.Locations : selection.Locations,
        Extensions = error.Extensions,
        Exception = error.Exception,
        Rule = error.Rule,
    };

    /// <summary>A value as a message shows it, cut where it is long.</summary>
    public static string Inspect(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= MaxInspectedLength ? text : string.Concat(text.AsSpan(0, MaxInspectedLength), "…");
    }

    private static GraphQLError LimitExceeded(string message, string limit, int maximum, IReadOnlyList<SourceLocation> locations) => new()
    {
        Message = message,
        Code = ErrorCodes.LimitExceeded,
        Locations = locations,
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["limit"] = limit, ["maximum"] = maximum },
    };

    private static IReadOnlyList<SourceLocation> LocationsOf(SyntaxNode? node) =>
        node?.Location is { } location ? [new SourceLocation(location.Line, location.Column)] : [];
}
