namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>In whose name the explorer asks when no token is given, and what the reader can do about it.</summary>
/// <param name="Text">A sentence in the reader's language.</param>
/// <param name="Links">Where to go, such as signing in or making a token.</param>
public sealed record ExplorerCaller(string Text, IReadOnlyList<ExplorerLink> Links);

/// <summary>A link in the explorer's head.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Address">Where it leads.</param>
public sealed record ExplorerLink(string Text, string Address);
