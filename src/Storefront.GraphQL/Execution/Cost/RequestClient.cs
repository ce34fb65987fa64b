namespace Storefront.GraphQL.Execution.Cost;

/// <summary>Who is charged for a request.</summary>
/// <param name="Key">Equal for requests of one client: a token, a user, an address.</param>
public sealed record RequestClient(string Key)
{
    /// <summary>The client's own budget; null for the one of <see cref="CostOptions.ClientBudget"/>.</summary>
    public ClientBudget? Budget { get; init; }

    /// <summary>Whether nothing is known of it but its address.</summary>
    public bool IsAnonymous { get; init; }
}
