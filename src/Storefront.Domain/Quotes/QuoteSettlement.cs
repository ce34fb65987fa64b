namespace Storefront.Domain.Quotes;

/// <summary>What a quote is settled in.</summary>
public enum QuoteSettlement
{
    /// <summary>The account's hours, which are held when it is approved.</summary>
    Hours,

    /// <summary>An amount of money; the work takes no hours.</summary>
    Money,
}
