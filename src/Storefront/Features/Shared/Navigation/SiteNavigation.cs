using Microsoft.Extensions.Localization;
using Storefront.Domain.Houses;

namespace Storefront.Features.Shared.Navigation;

/// <summary>The links of the frame for the present reader.</summary>
public sealed class SiteNavigation(
    IEnumerable<NavigationLink> links, Handbook handbook, IStringLocalizerFactory texts, IHttpContextAccessor accessor)
{
    /// <summary>The role of people who work for the house.</summary>
    public const string StaffRole = "staff";

    public bool IsSignedIn => accessor.HttpContext?.User.Identity?.IsAuthenticated == true;

    public bool IsStaff => accessor.HttpContext?.User.IsInRole(StaffRole) == true;

    /// <summary>The header's links for whoever reads.</summary>
    public IReadOnlyList<NavigationEntry> Header => IsStaff
        ? At(NavigationPlace.Desk)
        : IsSignedIn ? [.. At(NavigationPlace.Customer), .. At(NavigationPlace.Public)] : At(NavigationPlace.Public);

    public IReadOnlyList<NavigationEntry> Footer => [.. At(NavigationPlace.Footer), .. At(NavigationPlace.Public)];

    public IReadOnlyList<NavigationEntry> At(NavigationPlace place) =>
        [.. links.Where(link => link.Place == place && link.Where?.Invoke(handbook) != false).OrderBy(link => link.Order).Select(Entry)];

    private NavigationEntry Entry(NavigationLink link) =>
        new(link.Path, texts.Create(link.Texts)[link.TextName], link.Icon, link.IsPost, IsCurrent(link));

    private bool IsCurrent(NavigationLink link) => accessor.HttpContext?.Request.Path is { HasValue: true } current
        && link.Paths.Any(path => Leads(path, current)
            && !links.SelectMany(other => other.Paths).Any(closer => closer.Length > path.Length && Leads(closer, current)));

    private static bool Leads(string path, PathString current) =>
        path == "/" ? current == "/" : current.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase);
}
