namespace Storefront.Features.Desk.Lists;

/// <summary>Where keys are told of: each page has its own besides those of all.</summary>
public enum KeyScene
{
    List,
    Board,
    Ticket,
    Accounts,
}
