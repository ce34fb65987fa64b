namespace Storefront.Domain.Shared;

/// <summary>The value of a <see cref="Result{T}"/> that has nothing to give back but that it was done.</summary>
public readonly record struct Done
{
    public static Done Value => default;
}
