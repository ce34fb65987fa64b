using System.Buffers;
using System.Text.Json;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>Writes a schema as the explorer's script reads it: shorter than introspection's answer, and found by name.</summary>
internal static class SchemaModel
{
    public static byte[] Write(Schema schema)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteRoots(json, schema);
            json.WriteStartObject("types");
            foreach (var type in schema.Types)
            {
                WriteType(json, schema, type);
            }

            json.WriteEndObject();
            json.WriteStartObject("directives");
            foreach (var directive in schema.Directives)
            {
                json.WriteStartObject(directive.Name);
                WriteText(json, "description", directive.Description);
                WriteNames(json, "locations", directive.Locations);
                WriteInputs(json, "args", directive.Arguments);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteRoots(Utf8JsonWriter json, Schema schema)
    {
        json.WriteStartObject("roots");
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (schema.GetRootType(operation) is { } root)
            {
                json.WriteString(operation.ToString().ToLowerInvariant(), root.Name);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, Schema schema, NamedType type)
    {
        json.WriteStartObject(type.Name);
        json.WriteString("kind", type.Kind.ToString());
        WriteText(json, "description", type.Description);
        switch (type)
        {
            case ComplexType complex:
                WriteFields(json, complex);
                WriteNames(json, "interfaces", complex.Interfaces.Select(contract => contract.Name));
                break;
            case EnumType enumeration:
                json.WriteStartObject("values");
                foreach (var value in enumeration.Values)
                {
                    json.WriteStartObject(value.Name);
                    WriteText(json, "description", value.Description);
                    WriteText(json, "deprecated", value.DeprecationReason);
                    json.WriteEndObject();
                }

                json.WriteEndObject();
                break;
            case InputObjectType input:
                WriteInputs(json, "inputs", input.Fields);
                json.WriteBoolean("oneOf", input.IsOneOf);
                break;
        }

        if (type.IsComposite)
        {
            WriteNames(json, "possible", schema.GetPossibleTypes(type).Select(possible => possible.Name).Order(StringComparer.Ordinal));
        }

        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, ComplexType type)
    {
        json.WriteStartObject("fields");
        foreach (var field in type.Fields)
        {
            json.WriteStartObject(field.Name);
            json.WriteString("type", field.Type.ToString());
            WriteText(json, "description", field.Description);
            WriteText(json, "deprecated", field.DeprecationReason);
            WriteInputs(json, "args", field.Arguments);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteInputs(Utf8JsonWriter json, string name, FieldCollection<InputValue> inputs)
    {
        if (inputs.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var input in inputs)
        {
            json.WriteStartObject(input.Name);
            json.WriteString("type", input.Type.ToString());
            WriteText(json, "default", input.DefaultValue is { } value ? SyntaxPrinter.Print(value) : null);
            WriteText(json, "description", input.Description);
            WriteText(json, "deprecated", input.DeprecationReason);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (var item in names)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
