using System.Text.Json;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Execution.Coercion;

/// <summary>CoerceVariableValues (section 6.1.2).</summary>
internal static class VariableCoercion
{
    // As many as graphql-js reports; a list of a million wrong items must not make a million errors.
    public const int MaxErrors = 50;

    /// <summary>The variables of an operation that has none.</summary>
    public static readonly IReadOnlyDictionary<string, object?> None = new Dictionary<string, object?>();

    /// <summary>The values by name, absent ones absent; with errors, what was coerced so far.</summary>
    public static IReadOnlyDictionary<string, object?> Coerce(
        Schema schema,
        OperationDefinitionNode operation,
        JsonElement variables,
        List<GraphQLError> errors,
        bool suggestsNames = false)
    {
        if (operation.VariableDefinitions.Count == 0)
        {
            return None;
        }

        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var definition in operation.VariableDefinitions)
        {
            try
            {
                Coerce(schema, definition, variables, values, errors, suggestsNames);
            }
            catch (InvalidOperationException)
            {
                // What a JSON string or name gives that cannot be read as text, since it is looked at only now.
                errors.Add(ErrorHelper.VariablesNotUnicode());
                break;
            }

            if (errors.Count > MaxErrors)
            {
                errors.RemoveRange(MaxErrors, errors.Count - MaxErrors);
                errors.Add(ErrorHelper.TooManyVariableErrors());
                break;
            }
        }

        return values;
    }

    private static void Coerce(
        Schema schema,
        VariableDefinitionNode definition,
        JsonElement variables,
        Dictionary<string, object?> values,
        List<GraphQLError> errors,
        bool suggestsNames)
    {
        var name = definition.Variable.Name.Value;
        var type = TypeReference.Resolve(schema, definition.Type);
        if (variables.ValueKind != JsonValueKind.Object || !variables.TryGetProperty(name, out var json))
        {
            if (definition.DefaultValue is not null)
            {
                _ = InputCoercion.TryCoerceLiteral(type, definition.DefaultValue, null, out var fallback, out _);
                values.Add(name, fallback);
            }
            else if (type.IsNonNull)
            {
                errors.Add(ErrorHelper.VariableMissing(definition, type));
            }

            return;
        }

        if (json.ValueKind == JsonValueKind.Null && type.IsNonNull)
        {
            errors.Add(ErrorHelper.VariableIsNull(definition, type));
            return;
        }

        var problems = new InputProblems(suggestsNames);
        if (InputCoercion.TryCoerceJson(type, json, null, problems, out var value))
        {
            values.Add(name, value);
        }

        errors.AddRange(problems.Take(MaxErrors + 1).Select(problem => ErrorHelper.VariableInvalid(definition, problem)));
    }
}
