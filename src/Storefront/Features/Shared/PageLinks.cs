namespace Storefront.Features.Shared;

/// <summary>The addresses of the pages before and after this one; null where there is none. For the partial <c>_Pagination</c>.</summary>
public sealed record PageLinks(string? Previous, string? Next);
