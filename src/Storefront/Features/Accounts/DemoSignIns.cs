namespace Storefront.Features.Accounts;

/// <summary>Who can sign in to the sandbox at once. None of them exists outside it.</summary>
public static class DemoSignIns
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "storefront-demo";

    /// <summary>The owner of an account on Business, with history.</summary>
    public const string Customer = "camila@tiendasur.example";

    /// <summary>The owner of another account, for trying that nothing leaks.</summary>
    public const string Other = "diego@otratienda.example";

    /// <summary>Somebody on the desk.</summary>
    public const string Staff = "valentina@agencia.example";

    /// <summary>Somebody else there, who has no token.</summary>
    public const string SecondStaff = "matias@agencia.example";

    public const string CustomerToken = "sandbox-customer";
    public const string OtherToken = "sandbox-other";
    public const string StaffToken = "sandbox-staff";
}
