namespace Storefront.Hosting.Viewers;

/// <summary>Who may go where, put on groups of pages and endpoints.</summary>
public static class Policies
{
    /// <summary>Anybody who is signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>The house's people.</summary>
    public const string Staff = "staff";
}
