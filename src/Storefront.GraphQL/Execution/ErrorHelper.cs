using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution;

/// <summary>Every error that execution makes, in one place.</summary>
internal static partial class ErrorHelper
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

    public static GraphQLError ArgumentIsNull(InputValue argument, ValueNode? value) => new()
    {
        Message = $"Argument \"{argument.Name}\" of non-null type \"{argument.Type}\" must not be null.",
        Code = ErrorCodes.BadUserInput,
        Locations = LocationsOf(value),
    };

    public static GraphQLError ArgumentInvalid(InputValue argument, ValueNode value) => new()
    {
        Message = $"Argument \"{argument.Name}\" has invalid value {SyntaxPrinter.Print(value)}.",
        Code = ErrorCodes.BadUserInput,
        Locations = LocationsOf(value),
    };

    public static GraphQLError NonNullFieldIsNull(Selection selection) => new()
    {
        Message = $"Cannot return null for non-nullable field {selection.Coordinate}.",
        Code = ErrorCodes.Internal,
        Extensions = NewErrorId(),
    };

    public static GraphQLError NotAList(Selection selection) => new()
    {
        Message = $"Expected Iterable, but did not find one for field \"{selection.Coordinate}\".",
        Code = ErrorCodes.Internal,
        Extensions = NewErrorId(),
    };

    public static GraphQLError LeafInvalid(string problem) => new()
    {
        Message = problem,
        Code = ErrorCodes.Internal,
        Extensions = NewErrorId(),
    };

    public static GraphQLError EnumInvalid(EnumType type, object value) => new()
    {
        Message = $"Enum \"{type}\" cannot represent value: {ValuePrinter.Inspect(value)}",
        Code = ErrorCodes.Internal,
        Extensions = NewErrorId(),
    };

    public static GraphQLError ObjectTypeUnknown(NamedType type, Selection selection, object value) => new()
    {
        Message = $"Abstract type \"{type}\" must resolve to an Object type at runtime for field \"{selection.Coordinate}\", but {AbstractTypes.Describe(type, value)} is none of its types.",
        Code = ErrorCodes.Internal,
        Extensions = NewErrorId(),
    };

    public static GraphQLError SlowReader() => new()
    {
        Message = "Events came faster than they were read, and some were lost; subscribe again.",
        Code = ErrorCodes.SlowReader,
    };

    /// <summary>An error whose cause is the client's business no more than that it happened; the id finds the rest in the log.</summary>
    public static GraphQLError Unexpected(Exception exception, ExecutorOptions options)
    {
        var extensions = NewErrorId();
        if (options.IncludeExceptionDetails)
        {
            extensions["exception"] = exception.ToString();
        }

        var error = new GraphQLError
        {
            Message = "Internal error.",
            Code = ErrorCodes.Internal,
            Extensions = extensions,
            Exception = exception,
        };
        return options.ErrorFilter?.Invoke(error) ?? error;
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

    /// <summary>What the error says in <c>extensions.retryAfter</c>, in seconds; null when it says nothing.</summary>
    public static TimeSpan? RetryAfterOf(GraphQLError error) =>
        error.Extensions?.GetValueOrDefault("retryAfter") is int seconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>The error as one of the whole request, which has no data to point into.</summary>
    public static GraphQLError OfRequest(GraphQLError error) => new()
    {
        Message = error.Message,
        Code = error.Code,
        Extensions = error.Extensions,
        Exception = error.Exception,
    };

    private static Dictionary<string, object?> NewErrorId() => new(StringComparer.Ordinal) { ["errorId"] = Guid.CreateVersion7().ToString("N") };

    private static IReadOnlyList<SourceLocation> LocationsOf(SyntaxNode? node) =>
        node?.Location is { } location ? [new SourceLocation(location.Line, location.Column)] : [];
}
