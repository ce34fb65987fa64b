using Storefront.Hosting.Viewers;

namespace Storefront.Store.Seeding;

/// <summary>The demonstration's people, signed in.</summary>
/// <param name="Customer">Owner of the account that the story is about.</param>
/// <param name="Other">Owner of another account.</param>
/// <param name="Staff">On the desk.</param>
/// <param name="SecondStaff">Also on the desk.</param>
internal sealed record DemoCast(Viewer Customer, Viewer Other, Viewer Staff, Viewer SecondStaff)
{
    public Viewer Of(string email) => email == Customer.Email ? Customer : Other;
}
