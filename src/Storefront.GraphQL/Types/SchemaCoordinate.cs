using System.Diagnostics.CodeAnalysis;

namespace Storefront.GraphQL.Types;

/// <summary>
/// A schema coordinate (section 2.14): the name of one member of a schema, such as <c>Ticket</c>, <c>Query.ticket</c>, <c>Query.ticket(id:)</c>,
/// <c>@cost</c> or <c>@cost(weight:)</c>.
/// </summary>
/// <param name="Name">The type's or the directive's name, without an at sign.</param>
/// <param name="MemberName">The name of a field, an input field or an enum value; null for the type itself and for directives.</param>
/// <param name="ArgumentName">The argument's name; null where none is meant.</param>
/// <param name="OfDirective">Whether <paramref name="Name"/> is a directive's.</param>
public readonly record struct SchemaCoordinate(string Name, string? MemberName = null, string? ArgumentName = null, bool OfDirective = false)
{
    /// <summary>Reads a coordinate.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SchemaCoordinate Parse(string text) =>
        TryParse(text, out var coordinate) ? coordinate.Value : throw new FormatException($"\"{text}\" is no schema coordinate.");

    /// <summary>Reads a coordinate; nothing may stand between its parts.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SchemaCoordinate? coordinate)
    {
        coordinate = null;
        var rest = text.AsSpan();
        var ofDirective = rest.StartsWith("@");
        rest = ofDirective ? rest[1..] : rest;
        var name = TakeName(ref rest);
        string? member = null, argument = null;
        if (!ofDirective && rest.StartsWith("."))
        {
            rest = rest[1..];
            member = TakeName(ref rest);
            if (member is null)
            {
                return false;
            }
        }

        if ((ofDirective || member is not null) && rest.StartsWith("("))
        {
            rest = rest[1..];
            argument = TakeName(ref rest);
            if (argument is null || !rest.StartsWith(":)"))
            {
                return false;
            }

            rest = rest[2..];
        }

        if (name is null || rest.Length > 0)
        {
            return false;
        }

        coordinate = new SchemaCoordinate(name, member, argument, ofDirective);
        return true;
    }

    /// <summary>The coordinate as the specification writes it.</summary>
    public override string ToString() =>
        $"{(OfDirective ? "@" : "")}{Name}{(MemberName is null ? "" : $".{MemberName}")}{(ArgumentName is null ? "" : $"({ArgumentName}:)")}";

    private static string? TakeName(ref ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetter(text[length]) || text[length] == '_' || (length > 0 && char.IsAsciiDigit(text[length]))))
        {
            length++;
        }

        var name = length == 0 ? null : text[..length].ToString();
        text = text[length..];
        return name;
    }
}
