namespace Storefront.Features.Shared.Navigation;

/// <summary>Where in the frame a link stands, and who sees it.</summary>
public enum NavigationPlace
{
    /// <summary>In the header, for everybody but staff.</summary>
    Public,

    /// <summary>In the header, for a customer who is signed in.</summary>
    Customer,

    /// <summary>In the header, for staff.</summary>
    Desk,

    /// <summary>At the header's end, for who is not signed in; the last is the button.</summary>
    Anonymous,

    /// <summary>In the menu of whoever is signed in.</summary>
    Account,

    /// <summary>In the footer only; links of <see cref="Public"/> are there too.</summary>
    Footer,
}
