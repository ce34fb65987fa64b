using System.Collections.Frozen;
using Storefront.Features.Search;

namespace Storefront.Features.Help;

/// <summary>The words of a text that say what it is about, without their endings: "facturas", "factura" and "facturar" are one.</summary>
internal static class HelpWords
{
    private const int Shortest = 3;

    // Folded, of Spanish, Portuguese and English together: what is empty in one of them says little in the others.
    private static readonly FrozenSet<string> Empty = string.Join(
        ' ',
        "para por con sin sobre entre desde hasta como cual cuales que quien quienes donde cuando cuanto cuanta cuantos cuantas porque pero mas muy una uno unas unos los las del este esta estos",
        "estas ese esa eso aqui alli ser esta estan son fue hay tiene tienen tengo puedo puede pueden debo quiero necesito hacer hace hago mi mis tu tus sus les nos hola gracias favor ayuda",
        "com sem ate qual quais quem onde quando quanto quantos mais muito uma uns umas dos das nos nas pelo pela isso isto esse esta este sao foi tem tenho posso pode podem devo quero preciso",
        "fazer faz meu minha meus minhas seu sua seus suas voce voces ola obrigado obrigada favor ajuda nao sim",
        "the and for with without about from into how what which who where when why does did can could should will would have has had are was were been being not but you your yours our ours its",
        "their them they this that these those there here get got make need want please hello thanks help any all one")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Each once, in order.</summary>
    public static IReadOnlyList<string> Of(string text, int most = int.MaxValue) =>
    [
        .. SearchText.WordsOf(text).Where(word => word.Length >= Shortest && !Empty.Contains(word)).Select(Stem).Distinct().Take(most),
    ];

    /// <summary>Whether two stems are of one word.</summary>
    public static bool AreOne(string stem, string other) => stem == other
        || (Math.Min(stem.Length, other.Length) >= 4 && (stem.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(stem, StringComparison.Ordinal)));

    private static string Stem(string word) => word.Length switch
    {
        <= 4 => word,
        <= 6 => word[..^1],
        _ => word[..^2],
    };
}
