namespace Storefront.GraphQL.Types.Scalars;

/// <summary>Values that are often boxed, boxed once.</summary>
internal static class Boxes
{
    private const int Least = -128;
    private static readonly object[] Ints = [.. Enumerable.Range(Least, 1152).Select(number => (object)number)];

    public static readonly object True = true;
    public static readonly object False = false;

    public static object Of(bool value) => value ? True : False;

    public static object Of(int value)
    {
        var index = value - (long)Least;
        return index >= 0 && index < Ints.Length ? Ints[index] : value;
    }
}
