namespace Storefront.GraphQL.Validation;

/// <summary>Orders names by code point with their numbers as numbers: <c>field2</c> before <c>field10</c>.</summary>
internal sealed class NaturalComparer : IComparer<string>
{
    /// <summary>The one instance.</summary>
    public static NaturalComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var left = x.AsSpan();
        var right = y.AsSpan();
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var order = char.IsAsciiDigit(left[0]) && char.IsAsciiDigit(right[0])
                ? CompareNumbers(TakeNumber(ref left), TakeNumber(ref right))
                : TakeCharacter(ref left) - TakeCharacter(ref right);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length - right.Length;
    }

    private static char TakeCharacter(ref ReadOnlySpan<char> text)
    {
        var character = text[0];
        text = text[1..];
        return character;
    }

    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        var number = length < 0 ? text : text[..length];
        text = text[number.Length..];
        return number.TrimStart('0');
    }

    private static int CompareNumbers(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        left.Length != right.Length ? left.Length - right.Length : left.SequenceCompareTo(right);
}
