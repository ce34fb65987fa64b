using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer.Documentation;

/// <summary>An operation that asks for one field of a root type, to begin with: required arguments as variables, the plain fields of what comes back.</summary>
internal sealed class SampleOperation
{
    private const int MostFields = 8;
    private const int MostLevels = 3;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Schema schema;
    private readonly JsonObject variables = [];
    private readonly List<string> declarations = [];

    private SampleOperation(Schema schema) => this.schema = schema;

    public string Document { get; private set; } = string.Empty;

    /// <summary>A JSON object; null when there are no variables.</summary>
    public string? Variables => variables.Count == 0 ? null : variables.ToJsonString(Readable);

    public static SampleOperation For(Schema schema, OperationType operation, OutputField field)
    {
        var sample = new SampleOperation(schema);
        var selection = sample.Field(field, 1);
        var name = char.ToUpper(field.Name[0], CultureInfo.InvariantCulture) + field.Name[1..];
        var declared = sample.declarations.Count == 0 ? string.Empty : $"({string.Join(", ", sample.declarations)})";
        sample.Document = $"{operation.ToString().ToLowerInvariant()} {name}{declared} {{\n{selection}}}\n";
        return sample;
    }

    private string Field(OutputField field, int level)
    {
        var indentation = new string(' ', level * 2);
        return $"{indentation}{field.Name}{Arguments(field)}{Selections(field.Type.NamedType, level)}\n";
    }

    private string Arguments(OutputField field)
    {
        var given = new List<string>();
        foreach (var argument in field.Arguments.Where(argument => argument.DeprecationReason is null))
        {
            if (argument.IsRequired)
            {
                declarations.Add($"${argument.Name}: {argument.Type}");
                variables.TryAdd(argument.Name, Value(argument.Type, []));
                given.Add($"{argument.Name}: ${argument.Name}");
            }
            else if (argument is { Name: "first", DefaultValue: null })
            {
                given.Add("first: 5");
            }
        }

        return given.Count == 0 ? string.Empty : $"({string.Join(", ", given)})";
    }

    private string Selections(NamedType type, int level)
    {
        if (!type.IsComposite)
        {
            return string.Empty;
        }

        var text = new StringBuilder(" {\n");
        var indentation = new string(' ', (level + 1) * 2);
        switch (type)
        {
            case ComplexType complex:
                AppendFields(text, complex, level);
                break;
            case UnionType union:
                text.Append(CultureInfo.InvariantCulture, $"{indentation}__typename\n");
                var shared = union.Types[0].Interfaces.FirstOrDefault(contract => union.Types.TrueForAll(member => member.Interfaces.Contains(contract)));
                if (shared is not null)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{indentation}... on {shared.Name}{Selections(shared, level + 1)}\n");
                }

                break;
        }

        return text.Append(CultureInfo.InvariantCulture, $"{new string(' ', level * 2)}}}").ToString();
    }

    private void AppendFields(StringBuilder text, ComplexType type, int level)
    {
        var open = type.Fields.Where(field => field.DeprecationReason is null && !field.Arguments.Any(argument => argument.IsRequired)).ToList();
        var chosen = open.Where(field => field.Type.NamedType.IsLeaf).Take(MostFields).ToList();
        if (level < MostLevels && type.Fields.TryGet("nodes", out var nodes))
        {
            chosen = [nodes];
        }
        else if (level < MostLevels && (chosen.Count == 0 || (schema.MutationType is not null && type.Fields.Contains("errors"))))
        {
            chosen.AddRange(open.Where(field => field.Type.NamedType.IsComposite).Take(2));
        }

        foreach (var field in chosen)
        {
            text.Append(Field(field, level + 1));
        }

        if (chosen.Count == 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{new string(' ', (level + 1) * 2)}__typename\n");
        }
    }

    private static JsonNode? Value(IType type, HashSet<NamedType> around) => type.Nullable switch
    {
        ListType list => new JsonArray(Value(list.ElementType, around)),
        ScalarType { Name: "Int" or "Long" or "Float" } => 1,
        ScalarType { Name: "Boolean" } => false,
        EnumType enumeration => enumeration.Values[0].Name,
        InputObjectType input when around.Add(input) => Object(input, around),
        InputObjectType => null,
        _ => string.Empty,
    };

    private static JsonObject Object(InputObjectType input, HashSet<NamedType> around)
    {
        var fields = input.IsOneOf ? input.Fields.Take(1) : input.Fields.Where(field => field.IsRequired);
        return new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, Value(field.Type, around))));
    }
}
