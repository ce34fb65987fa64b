using Storefront.Store;

namespace Storefront.Features.Leaving.Export;

/// <summary>A part of what an account takes along; it is written as JSON and as CSV under its name.</summary>
/// <param name="Name">Of the file, without extension.</param>
/// <param name="Rows">What belongs to the account, in order.</param>
public sealed record ExportTable(string Name, Func<StorefrontDb, ExportScope, IQueryable<object>> Rows);
