using Microsoft.AspNetCore.Mvc;
using Storefront.Domain.Shared;

namespace Storefront.Features.Entitlements;

/// <summary>The card of a customer's home: what the plan includes beside hours, and how the house is reached (COM-09).</summary>
public sealed class EntitlementsViewComponent(EntitlementReader reader) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(AccountId account) =>
        View("~/Features/Entitlements/_OfCustomer.cshtml", await reader.ReadAsync(account, HttpContext.RequestAborted));
}

/// <summary>The card of the desk's page of an account: who looks after it, and whether it is delicate.</summary>
public sealed class AccountCareViewComponent(EntitlementReader reader) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(AccountId account) =>
        View("~/Features/Entitlements/_OfDesk.cshtml", (account, await reader.FindForStaffAsync(account, HttpContext.RequestAborted)));
}
