using Storefront.GraphQL.Execution;

namespace Storefront.GraphQL;

/// <summary>Makes an error of a response (section 7.1.6) piece by piece, for those who are used to it; an object initializer says the same.</summary>
public sealed class ErrorBuilder
{
    private readonly Dictionary<string, object?> extensions = new(StringComparer.Ordinal);
    private string? message;
    private string? code;
    private ResponsePath? path;
    private Exception? exception;

    private ErrorBuilder()
    {
    }

    /// <summary>Begins an error.</summary>
    public static ErrorBuilder New() => new();

    /// <summary>Says what went wrong.</summary>
    public ErrorBuilder SetMessage(string text)
    {
        message = text;
        return this;
    }

    /// <summary>Gives it a code; null for none.</summary>
    public ErrorBuilder SetCode(string? value)
    {
        code = value;
        return this;
    }

    /// <summary>Names another field than the one that throws it.</summary>
    public ErrorBuilder SetPath(ResponsePath? value)
    {
        path = value;
        return this;
    }

    /// <summary>Puts an entry into <c>extensions</c>.</summary>
    public ErrorBuilder SetExtension(string key, object? value)
    {
        extensions[key] = value;
        return this;
    }

    /// <summary>Keeps what was behind it, for the log.</summary>
    public ErrorBuilder SetException(Exception? value)
    {
        exception = value;
        return this;
    }

    /// <summary>Makes the error.</summary>
    /// <exception cref="InvalidOperationException">It has no message.</exception>
    public GraphQLError Build() => new()
    {
        Message = message ?? throw new InvalidOperationException("An error needs a message."),
        Code = code,
        Path = path,
        Extensions = extensions.Count == 0 ? null : new Dictionary<string, object?>(extensions, StringComparer.Ordinal),
        Exception = exception,
    };
}
