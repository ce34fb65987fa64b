namespace Storefront.Features.Projects;

/// <summary>An access with its secret, which is shown once only.</summary>
/// <param name="Name">What it opens.</param>
/// <param name="Address">Where it is used; null when it goes without saying.</param>
/// <param name="UserName">Who signs in; null where a secret alone opens.</param>
/// <param name="Secret">The secret as it was typed.</param>
[ObjectType("RevealedProjectAccess")]
public sealed record RevealedAccess(string Name, string? Address, string? UserName, string Secret)
{
    /// <summary>Says nothing of what it shows, wherever it is written by mistake.</summary>
    public override string ToString() => nameof(RevealedAccess);
}

/// <summary>A line of a delivery record or an intermediate list, as staff write it.</summary>
/// <param name="Text">The words.</param>
/// <param name="IsPending">Whether it is still to be done.</param>
public sealed record ProjectListLine(string Text, bool IsPending);
