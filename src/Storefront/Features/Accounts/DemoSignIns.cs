namespace Storefront.Features.Accounts;

/// <summary>Who can sign in to the sandbox at once; a house's demonstration says who they are. None of them exists outside it.</summary>
/// <param name="Customer">The owner of the account that the story is about.</param>
/// <param name="Other">The owner of another account, for trying that nothing leaks.</param>
/// <param name="Staff">Somebody on the desk.</param>
/// <param name="SecondStaff">Somebody else there, who has no token.</param>
public sealed record DemoSignIns(DemoPerson Customer, DemoPerson Other, DemoPerson Staff, DemoPerson SecondStaff)
{
    /// <summary>The password of all of them.</summary>
    public const string Password = "storefront-demo";

    public const string CustomerToken = "sandbox-customer";
    public const string OtherToken = "sandbox-other";
    public const string StaffToken = "sandbox-staff";

    public IEnumerable<DemoPerson> All => [Customer, Other, Staff, SecondStaff];
}

/// <summary>Somebody of the demonstration.</summary>
/// <param name="Name">As people read it.</param>
/// <param name="Email">With which it signs in.</param>
/// <param name="Company">The account's name; null for staff.</param>
public sealed record DemoPerson(string Name, string Email, string? Company = null);
