namespace Storefront.GraphQL;

/// <summary>Thrown by a resolver to answer with errors of its own instead of the anonymous "Internal error" (section 7.1.6).</summary>
public sealed class GraphQLException : Exception
{
    /// <summary>Answers with one error of this message and the code <see cref="ErrorCodes.Refused"/>.</summary>
    public GraphQLException(string message)
        : this(new GraphQLError { Message = message, Code = ErrorCodes.Refused })
    {
    }

    /// <summary>Answers with these errors; path and locations of the field are filled in where absent.</summary>
    public GraphQLException(params IReadOnlyList<GraphQLError> errors)
        : base(errors.Count == 0 ? "Unexpected error." : errors[0].Message)
    {
        Errors = errors;
    }

    /// <summary>The errors to answer with.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}
