using Microsoft.AspNetCore.Identity;
using Storefront.Domain.Shared;

namespace Storefront.Store.Seeding;

/// <summary>In the demonstration nothing is refused: what is, is a fault of the story.</summary>
internal static class Expect
{
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public static T Done<T>(Result<T> result) =>
        result.Refusal is { } refusal ? throw new InvalidOperationException($"The demonstration was refused: {refusal}") : result.Value;

    /// <inheritdoc cref="Done{T}"/>
    public static void Done(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The demonstration was refused: {result}");
        }
    }
}
