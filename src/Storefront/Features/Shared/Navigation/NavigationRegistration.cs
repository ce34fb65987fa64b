using Storefront.Domain.Houses;

namespace Storefront.Features.Shared.Navigation;

public static class NavigationRegistration
{
    /// <summary>Puts a feature's link into the frame of the site; see <see cref="NavigationLink"/>.</summary>
    public static IServiceCollection AddNavigation<TTexts>(
        this IServiceCollection services, NavigationPlace place, int order, string path, string textName, string? icon = null, bool isPost = false,
        Func<Handbook, bool>? where = null, string? also = null) =>
        services.AddSingleton(new NavigationLink(place, order, path, typeof(TTexts), textName, icon, isPost, where, also));
}
