using System.Globalization;
using Storefront.GraphQL.Execution.Coercion;
using Storefront.GraphQL.Execution.Plan;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution;

/// <summary>A root field's arguments when its subscription goes on where it was cut off.</summary>
internal static class ResumedArguments
{
    /// <summary>The argument that takes the last event's id.</summary>
    private const string After = "after";

    /// <exception cref="GraphQLException">The arguments do not fit, or the id is none of this stream.</exception>
    public static ArgumentValues Of(OperationExecution execution, Selection selection, IReadOnlyDictionary<string, object?>? variables)
    {
        if (execution.Request.ResumeAfter is not { } id || !selection.Field.Arguments.Contains(After))
        {
            return execution.GetArguments(selection);
        }

        var given = selection.Nodes[0].Arguments.Where(argument => argument.Name.Value != After).Append(AfterOf(id)).ToList();
        return ArgumentCoercion.TryCoerce(selection.Field.Arguments, given, variables, out var values, out var problem)
            ? values
            : throw new GraphQLException(problem!);
    }

    // The id is text on the wire; a field that counts its events takes a number.
    private static ArgumentNode AfterOf(string id) => new(
        new NameNode(After),
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? new IntValueNode(id) : new StringValueNode(id));
}
