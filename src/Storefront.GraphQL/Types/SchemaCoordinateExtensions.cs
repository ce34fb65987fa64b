using System.Diagnostics.CodeAnalysis;

namespace Storefront.GraphQL.Types;

/// <summary>Finds what schema coordinates mean (section 2.14.1).</summary>
public static class SchemaCoordinateExtensions
{
    /// <summary>
    /// Finds a type (<see cref="NamedType"/>), a field (<see cref="OutputField"/>), an input field or an argument (<see cref="InputValue"/>),
    /// an enum value (<see cref="EnumValue"/>) or a directive (<see cref="DirectiveType"/>).
    /// </summary>
    /// <returns>Whether the schema has it.</returns>
    public static bool TryGetMember(this Schema schema, SchemaCoordinate coordinate, [NotNullWhen(true)] out object? member)
    {
        ArgumentNullException.ThrowIfNull(schema);
        member = null;
        if (coordinate.OfDirective)
        {
            member = !schema.TryGetDirective(coordinate.Name, out var directive) ? null
                : coordinate.ArgumentName is { } argument ? Find(directive.Arguments, argument)
                : directive;
        }
        else if (schema.TryGetType(coordinate.Name, out var type))
        {
            member = coordinate.MemberName is not { } name ? type : Find(type, name, coordinate.ArgumentName);
        }

        return member is not null;
    }

    private static object? Find(NamedType type, string name, string? argument) => (type, argument) switch
    {
        (ComplexType complex, null) => Find(complex.Fields, name),
        (ComplexType complex, not null) => Find(complex.Fields, name) is { } field ? Find(field.Arguments, argument) : null,
        (InputObjectType input, null) => Find(input.Fields, name),
        (EnumType enumType, null) => enumType.Values.FirstOrDefault(value => value.Name == name),
        _ => null,
    };

    private static T? Find<T>(FieldCollection<T> members, string name)
        where T : class, INamedMember => members.TryGet(name, out var member) ? member : null;
}
