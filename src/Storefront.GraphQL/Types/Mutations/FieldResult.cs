namespace Storefront.GraphQL.Types.Mutations;

/// <summary>What a mutation gives back under the mutation conventions: a value, or the errors that it refuses with.</summary>
public interface IFieldResult
{
    /// <summary>The value; null where there are errors.</summary>
    object? Value { get; }

    /// <summary>Objects of the declared error types, or refusals that these are made from; null where there is a value.</summary>
    IReadOnlyList<object>? Errors { get; }
}

/// <summary>A value, or errors that the mutation declares with <c>[Error&lt;T&gt;]</c>.</summary>
public readonly struct FieldResult<TResult> : IFieldResult
{
    /// <summary>A value.</summary>
    public FieldResult(TResult value) => Value = value;

    /// <summary>Errors, at least one.</summary>
    public FieldResult(params IReadOnlyList<object> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentOutOfRangeException.ThrowIfZero(errors.Count, nameof(errors));
        Errors = errors;
    }

    /// <summary>The value; the default where there are errors.</summary>
    public TResult? Value { get; }

    /// <inheritdoc/>
    public IReadOnlyList<object>? Errors { get; }

    object? IFieldResult.Value => Value;

    /// <summary>A value.</summary>
    public static implicit operator FieldResult<TResult>(TResult value) => new(value);
}

/// <summary>A value, or an error of a type that is thereby declared.</summary>
public readonly struct FieldResult<TResult, TError> : IFieldResult
    where TError : notnull
{
    /// <summary>A value.</summary>
    public FieldResult(TResult value) => Value = value;

    /// <summary>An error.</summary>
    public FieldResult(TError error) => Errors = [error];

    /// <summary>The value; the default where there are errors.</summary>
    public TResult? Value { get; }

    /// <inheritdoc/>
    public IReadOnlyList<object>? Errors { get; }

    object? IFieldResult.Value => Value;

    /// <summary>A value.</summary>
    public static implicit operator FieldResult<TResult, TError>(TResult value) => new(value);

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<TResult, TError>(TError error) => new(error);
}

/// <summary>A value, or an error of one of two types that are thereby declared.</summary>
public readonly struct FieldResult<TResult, TError1, TError2> : IFieldResult
    where TError1 : notnull
    where TError2 : notnull
{
    /// <summary>A value.</summary>
    public FieldResult(TResult value) => Value = value;

    /// <summary>An error.</summary>
    public FieldResult(TError1 error) => Errors = [error];

    /// <summary>An error.</summary>
    public FieldResult(TError2 error) => Errors = [error];

    /// <summary>The value; the default where there are errors.</summary>
    public TResult? Value { get; }

    /// <inheritdoc/>
    public IReadOnlyList<object>? Errors { get; }

    object? IFieldResult.Value => Value;

    /// <summary>A value.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2>(TResult value) => new(value);

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2>(TError1 error) => new(error);

    /// <summary>An error.</summary>
    public static implicit operator FieldResult<TResult, TError1, TError2>(TError2 error) => new(error);
}
