using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution;

/// <content>Errors of the request, before anything is executed.</content>
internal static partial class ErrorHelper
{
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
            Message = $"Variable \"${name}\" got invalid value {ValuePrinter.Inspect(problem.Value)}{place}; {problem.Message}",
            Code = ErrorCodes.BadUserInput,
            Locations = LocationsOf(variable),
        };
    }

    public static GraphQLError OperationUnknown(string? operationName) => new()
    {
        Message = operationName is null
            ? "Must provide operation name if query contains multiple operations."
            : $"Unknown operation named \"{operationName}\".",
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

    public static GraphQLError TooManyVariableErrors() => new()
    {
        Message = "Too many errors processing variables, error limit reached. Execution aborted.",
        Code = ErrorCodes.BadUserInput,
    };

    public static GraphQLError NoOperation() => new()
    {
        Message = "Must provide an operation.",
        Code = ErrorCodes.BadUserInput,
    };

    /// <summary>Text that is not Unicode: half of a surrogate pair, or bytes that are not UTF-8.</summary>
    public static GraphQLError VariablesNotUnicode() => new()
    {
        Message = "The variables have text that is not Unicode.",
        Code = ErrorCodes.BadUserInput,
    };

    public static GraphQLError VariablesNotAnObject() => new()
    {
        Message = "Variables must be a JSON object.",
        Code = ErrorCodes.BadUserInput,
    };
}
