namespace Storefront.GraphQL.Types;

/// <summary>An argument or input field that may be absent, which is not the same as null (section 6.4.1).</summary>
public readonly record struct Optional<T>
{
    private readonly T? value;

    /// <summary>A value that was given, null included.</summary>
    public Optional(T? value)
    {
        this.value = value;
        HasValue = true;
    }

    /// <summary>Whether it was given.</summary>
    public bool HasValue { get; }

    /// <summary>Whether it was not given.</summary>
    public bool IsEmpty => !HasValue;

    /// <summary>The value; the default where none was given.</summary>
    public T? Value => value;

    /// <summary>A value that was given.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);

    /// <summary>The value that was given, or another one.</summary>
    public T? Or(T? other) => HasValue ? value : other;
}
