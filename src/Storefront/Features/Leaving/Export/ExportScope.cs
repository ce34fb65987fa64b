using Storefront.Domain.Shared;

namespace Storefront.Features.Leaving.Export;

/// <summary>What an export is of.</summary>
/// <param name="Account">The account.</param>
/// <param name="Reader">Who takes it along: drafts are nobody else's.</param>
public readonly record struct ExportScope(AccountId Account, UserId Reader);
