using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Storefront.Domain.Houses.Reading;

/// <content>Members of enums, which handbooks write in UPPER_SNAKE.</content>
internal sealed partial class ObjectReader
{
    /// <summary>One of an enum's members, written in UPPER_SNAKE.</summary>
    public TEnum Choice<TEnum>(string name)
        where TEnum : struct, Enum => ReadChoice<TEnum>(name, required: true) ?? default;

    public TEnum? OptionalChoice<TEnum>(string name)
        where TEnum : struct, Enum => ReadChoice<TEnum>(name, required: false);

    /// <summary>The name of an enum's member as handbooks write it.</summary>
    internal static string UpperSnake(string member) => UpperPattern().Replace(member, "_$0").ToUpperInvariant();

    private TEnum? ReadChoice<TEnum>(string name, bool required)
        where TEnum : struct, Enum
    {
        var asked = new ShapeProperty(required, "choice") { Choices = Choices<TEnum>() };
        return Take(name, asked, JsonValueKind.String) is { } value && TryChoice<TEnum>(value, $"'{name}'", out var choice)
            ? Sound(name, choice)
            : null;
    }

    private bool TryChoice<TEnum>(LocatedJson value, string what, out TEnum choice)
        where TEnum : struct, Enum
    {
        foreach (var member in Enum.GetValues<TEnum>())
        {
            if (UpperSnake(member.ToString()) == value.Text)
            {
                choice = member;
                return true;
            }
        }

        reading.Add(value.Place, $"{what} must be one of {string.Join(", ", Choices<TEnum>())}, not '{value.Text}'.");
        choice = default;
        return false;
    }

    private static ImmutableArray<string> Choices<TEnum>()
        where TEnum : struct, Enum => [.. Enum.GetNames<TEnum>().Select(UpperSnake)];

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex UpperPattern();
}
