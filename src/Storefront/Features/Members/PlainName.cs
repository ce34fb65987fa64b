using System.Text.RegularExpressions;

namespace Storefront.Features.Members;

/// <summary>Names as a mail to a stranger shows them: mail programs make links of what looks like an address of the web.</summary>
internal static partial class PlainName
{
    public static string Of(string name) => Links().Replace(name, " ");

    // Dots before a word, also those that browsers read as one, and the slashes of a scheme.
    [GeneratedRegex(@"[.\u3002\uFF0E\uFF61]+(?=\p{L}{2})|[/\\]{2,}")]
    private static partial Regex Links();
}
