using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using NodaTime.Text;
using Storefront.Domain.Houses;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Leaving.Export;
using Storefront.Features.Shared;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Leaving;

/// <summary>Everything of the account in one file, which is written while it is sent.</summary>
public sealed class ExportModel(
    ExportReader reader,
    ExportAccount export,
    ExportArchive archive,
    CurrentViewer current,
    BusinessClock clock,
    Handbook handbook,
    RefusalTexts refusals,
    IStringLocalizer<LeavingTexts> texts) : PageModel
{
    /// <summary>About how many bytes will come, for who shows how far it is.</summary>
    public const string LengthHeader = "X-Rough-Length";

    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    /// <summary>Null for who looks at no account.</summary>
    public ExportContents? Contents { get; private set; }

    public bool IsOwner => current.Viewer!.IsAtLeast(MemberRole.Owner);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (current.Viewer is { AccountId: { } account, UserId: var reading })
        {
            Contents = await reader.ReadAsync(new ExportScope(account, reading), cancellationToken);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var begun = await export.HandleAsync(current.Viewer!, cancellationToken);
        if (begun.Refusal is { } refusal)
        {
            this.Tell(refusals.Describe(refusal), Tone.Warning);
            return RedirectToPage();
        }

        var contents = await reader.ReadAsync(begun.Value, cancellationToken);
        var today = Day.Format(clock.GetCurrentInstant().InZone(handbook.Zone).Date);
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{texts["File.Name"].Value}-{today}.zip");
        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.Headers.CacheControl = "no-store";
        Response.Headers[LengthHeader] = contents.RoughBytes.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // The archive's format writes some of its own bytes without waiting.
        HttpContext.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        await archive.WriteAsync(begun.Value, Response.Body, cancellationToken);
        return new EmptyResult();
    }
}
