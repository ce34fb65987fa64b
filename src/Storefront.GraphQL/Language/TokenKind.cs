namespace Storefront.GraphQL.Language;

/// <summary>The kinds of lexical token (section 2.1.6).</summary>
public enum TokenKind
{
    /// <summary>Before the first token.</summary>
    StartOfFile,

    /// <summary>Behind the last token.</summary>
    EndOfFile,

    /// <summary><c>!</c></summary>
    Bang,

    /// <summary><c>$</c></summary>
    Dollar,

    /// <summary><c>&amp;</c></summary>
    Ampersand,

    /// <summary><c>(</c></summary>
    LeftParenthesis,

    /// <summary><c>)</c></summary>
    RightParenthesis,

    /// <summary><c>...</c></summary>
    Spread,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>@</c></summary>
    At,

    /// <summary><c>[</c></summary>
    LeftBracket,

    /// <summary><c>]</c></summary>
    RightBracket,

    /// <summary><c>{</c></summary>
    LeftBrace,

    /// <summary><c>|</c></summary>
    Pipe,

    /// <summary><c>}</c></summary>
    RightBrace,

    /// <summary>A name (section 2.1.9).</summary>
    Name,

    /// <summary>An integer (section 2.9.1).</summary>
    Integer,

    /// <summary>A float (section 2.9.2).</summary>
    Float,

    /// <summary>A string in quotes (section 2.9.4).</summary>
    String,

    /// <summary>A block string (section 2.9.4).</summary>
    BlockString,
}
