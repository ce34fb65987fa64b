namespace Storefront.GraphQL.Language;

/// <summary>A source text that is no GraphQL document (section 2), or one that exceeds a limit of <see cref="ParserOptions"/>.</summary>
public sealed class SyntaxException : Exception
{
    /// <summary>The code of the error in a response.</summary>
    public const string ErrorCode = "GRAPHQL_PARSE_FAILED";

    internal SyntaxException(string description, int line, int column)
        : base($"Syntax Error: {description}")
    {
        Line = line;
        Column = column;
    }

    /// <summary>The line of the offending character, from 1.</summary>
    public int Line { get; }

    /// <summary>Its column, from 1, counted in UTF-16 code units.</summary>
    public int Column { get; }

    /// <summary>The limit of <see cref="ParserOptions"/> that was exceeded, and its value; null when it is an error of syntax.</summary>
    public (string Name, int Maximum)? Limit { get; internal init; }

    /// <summary>The request error that a response carries.</summary>
    public GraphQLError ToError() => new()
    {
        Message = Message,
        Code = ErrorCode,
        Locations = [new SourceLocation(Line, Column)],
    };
}
