using Microsoft.AspNetCore.Antiforgery;

namespace Storefront.Hosting.Viewers;

/// <summary>
/// Seals into every form the account that its page was opened for. Sent while another one is looked at, it is refused: what was written for one
/// account is never saved in another.
/// </summary>
internal sealed class FormAccount : IAntiforgeryAdditionalDataProvider
{
    private const string None = "-";

    /// <summary>Whether the form of this request was refused because it is another account's.</summary>
    public static bool IsOfAnother(HttpContext context) => context.Features.Get<OfAnother>() is not null;

    public string GetAdditionalData(HttpContext context) => context.Features.Get<CurrentViewer>()?.Viewer?.AccountId?.ToString() ?? None;

    public bool ValidateAdditionalData(HttpContext context, string additionalData)
    {
        // Nothing at all is of a form that was opened before accounts were sealed in: it is taken as it was then.
        if (additionalData.Length == 0 || additionalData == GetAdditionalData(context) || context.GetEndpoint()?.Metadata.GetMetadata<OfNoAccountAttribute>() is not null)
        {
            return true;
        }

        context.Features.Set(new OfAnother());
        return false;
    }

    private sealed class OfAnother;
}
