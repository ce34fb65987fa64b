using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Features.Shared;
using Storefront.Hosting;
using Storefront.Hosting.Viewers;
using Storefront.Store;
using Storefront.Store.DueWork;
using Storefront.Store.Seeding;

namespace Storefront.Features.Sandbox;

/// <summary>The sandbox's clock: what it shows, and moving it on.</summary>
[OfNoAccount]
public sealed class ClockModel(
    BusinessClock clock, SandboxClock sandbox, DemoService demo, Handbook handbook, OwnAddress address, IStringLocalizer<SandboxTexts> texts) : PageModel
{
    /// <summary>ISO 8601 durations; each has a text of its name.</summary>
    internal static readonly string[] Steps = ["PT1H", "P1D", "P1W", "P1M"];

    public Instant Now => clock.GetCurrentInstant();

    public string? Fault { get; private set; }

    public Uri Address => address.To("sandbox/clock");

    public IActionResult OnGet()
    {
        if (Request.GetTypedHeaders().Accept is [{ MediaType: { Value: "application/json" } }, ..])
        {
            return new JsonResult(new ClockEndpoints.ClockAnswer(Now));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? advance, CancellationToken cancellationToken)
    {
        if (ClockTarget.Find(advance, null, Now, handbook.Zone) is not { } target
            || (await sandbox.MoveToAsync(target, cancellationToken)).IsRefused)
        {
            Fault = texts["Clock.Fault"];
            return Page();
        }

        this.Tell(texts["Clock.Moved"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostStartOverAsync(CancellationToken cancellationToken)
    {
        await demo.StartOverAsync(cancellationToken);
        await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        this.Tell(texts["Demo.StartedOver"]);
        return LocalRedirect("/");
    }
}
