using Storefront.Domain.Shared;

namespace Storefront.Features.Leaving.Export;

/// <summary>A person who appears in an account.</summary>
/// <param name="Id">As other files name it.</param>
/// <param name="Name">What others see.</param>
/// <param name="Email">Its address; null for who is not of the account.</param>
/// <param name="IsMember">Whether it is of the account; others are the house's.</param>
public sealed record ExportPerson(UserId Id, string Name, string? Email, bool IsMember);
