using System.Globalization;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution;

/// <content>Errors of requests that ask for too much.</content>
internal static partial class ErrorHelper
{
    public static GraphQLError TimeLimitExceeded(TimeSpan limit) => new()
    {
        Message = string.Create(CultureInfo.InvariantCulture, $"The request took longer than its time limit of {limit.TotalSeconds:0.#} seconds."),
        Code = ErrorCodes.TimeLimitExceeded,
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

    public static GraphQLError CostTakesTooLong(OperationDefinitionNode operation, int maximum) => LimitExceeded(
        string.Create(CultureInfo.InvariantCulture, $"What the operation costs takes more than {maximum} steps to find (MaxSteps). Select fewer fields, above all on interfaces and unions."),
        "MaxSteps", maximum, LocationsOf(operation));

    public static GraphQLError CostExceeded(OperationDefinitionNode operation, string kind, double cost, double maximum) => new()
    {
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"The operation's {kind} cost is {cost:0.##}; at most {maximum:0.##} is allowed (Max{char.ToUpperInvariant(kind[0])}{kind[1..]}Cost). Ask for smaller pages, fewer nested lists or fewer fields."),
        Code = ErrorCodes.CostExceeded,
        Locations = LocationsOf(operation),
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [$"{kind}Cost"] = cost,
            [$"max{char.ToUpperInvariant(kind[0])}{kind[1..]}Cost"] = maximum,
        },
    };

    public static GraphQLError CostOverBudget(OperationDefinitionNode operation, double cost, double maximum) => new()
    {
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"The operation costs {cost:0.##}, which is more than this client's budget can hold, {maximum:0.##} (maximumAvailable). Ask for smaller pages, fewer nested lists or fewer fields."),
        Code = ErrorCodes.CostExceeded,
        Locations = LocationsOf(operation),
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["requestedQueryCost"] = cost, ["maximumAvailable"] = maximum },
    };

    public static GraphQLError CostUnknown() => new()
    {
        Message = "What operations cost is not found here, so that there is nothing to tell; the operation was not executed.",
        Code = ErrorCodes.OperationNotAllowed,
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

    public static GraphQLError NestedTooDeep(Selection selection) => new()
    {
        Message = $"The request is nested too deep at \"{selection.Coordinate}\".",
        Code = ErrorCodes.BadUserInput,
    };

    private static GraphQLError LimitExceeded(string message, string limit, int maximum, IReadOnlyList<SourceLocation> locations) => new()
    {
        Message = message,
        Code = ErrorCodes.LimitExceeded,
        Locations = locations,
        Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["limit"] = limit, ["maximum"] = maximum },
    };
}
