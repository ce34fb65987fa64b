namespace Storefront.Domain.Accounts;

/// <summary>An account always has an owner.</summary>
public static class Ownership
{
    /// <summary>Why somebody cannot stop being an owner, by leaving, being removed or becoming something else; null when nothing is in the way.</summary>
    /// <param name="isOwner">Whether it is one now.</param>
    /// <param name="staysOwner">Whether it would be one still.</param>
    /// <param name="owners">How many owners the account has now.</param>
    public static LastOwner? Check(bool isOwner, bool staysOwner, int owners) => isOwner && !staysOwner && owners <= 1 ? new LastOwner() : null;
}
