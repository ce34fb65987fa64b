using System.Diagnostics.CodeAnalysis;

namespace Storefront.Domain.Shared;

/// <summary>
/// What an action or a rule gives back: a value, or the <see cref="Refusal"/> that says why not. Both convert implicitly:
/// <c>return ticket;</c> and <c>return new NotEnoughHours(30);</c>. To read it:
/// <c>if (result.Refusal is { } refusal) { return refusal; }</c>, then <see cref="Value"/>; or
/// <c>result switch { { Refusal: NotEnoughHours no } => …, { Refusal: { } other } => …, { Value: var value } => … }</c>.
/// </summary>
public sealed class Result<T>
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal)
    {
        this.value = value;
        Refusal = refusal;
    }

    /// <summary>Why not; null when there is a value.</summary>
    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    public bool IsRefused => Refusal is not null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => IsRefused
        ? throw new InvalidOperationException($"There is no value: refused with {Refusal}.")
        : value!;

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return new(default, refusal);
    }

    /// <summary>One of the two functions' result.</summary>
    public TOut Match<TOut>(Func<T, TOut> value, Func<Refusal, TOut> refusal) =>
        IsRefused ? refusal(Refusal) : value(Value);

    /// <summary>The value transformed; a refusal stays as it is.</summary>
    public Result<TOut> Map<TOut>(Func<T, TOut> transform) => IsRefused ? Refusal : transform(Value);

    /// <summary>What the next step gives for the value; a refusal stays as it is.</summary>
    public Result<TOut> Then<TOut>(Func<T, Result<TOut>> next) => IsRefused ? Refusal : next(Value);

    /// <summary>True with the value, or false with the refusal.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        value = this.value;
        refusal = Refusal;
        return !IsRefused;
    }

    public override string ToString() => IsRefused ? $"Refused: {Refusal}" : $"{value}";
}
