namespace Storefront.GraphQL.Types.Attributes;

/// <summary>
/// What the mutation may refuse with: an exception, a refusal, or an error class that is made from one (by a constructor with one parameter or
/// static methods <c>CreateErrorFrom</c>). Of an abstract class every class derived from it.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public class ErrorAttribute(Type errorType) : Attribute
{
    /// <summary>The exception, refusal or error class.</summary>
    public Type ErrorType { get; } = errorType;
}

/// <summary>What the mutation may refuse with; see <see cref="ErrorAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ErrorAttribute<TError>() : ErrorAttribute(typeof(TError));

/// <summary>Errors that go together, under one name: a class that derives from it carries an <see cref="ErrorAttribute"/> for each, and stands on mutations for all of them.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public abstract class ErrorGroupAttribute : Attribute;

/// <summary>Changes the names that the mutation conventions give, or turns the conventions on or off for one mutation.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseMutationConventionAttribute : Attribute
{
    /// <summary>Whether the mutation is left as it is.</summary>
    public bool Disable { get; set; }

    /// <summary>The input type's name; null for <c>{Mutation}Input</c>.</summary>
    public string? InputTypeName { get; set; }

    /// <summary>The payload type's name; null for <c>{Mutation}Payload</c>.</summary>
    public string? PayloadTypeName { get; set; }

    /// <summary>The payload's field for the result; null for the result type's name.</summary>
    public string? PayloadFieldName { get; set; }

    /// <summary>The name of the union of errors; null for <c>{Mutation}Error</c>.</summary>
    public string? PayloadErrorTypeName { get; set; }
}
