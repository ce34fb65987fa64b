using System.Collections.Concurrent;
using Microsoft.Extensions.Localization;

namespace Storefront.Features.Shared.Localization;

/// <summary>
/// The texts for a type's labels and validation: those of its feature (<c>Storefront.Features.Tickets</c> has <c>TicketsTexts</c>), and what
/// they lack from <see cref="SharedTexts"/>.
/// </summary>
public sealed class FeatureTexts(IStringLocalizer? feature, IStringLocalizer shared) : IStringLocalizer
{
    private static readonly ConcurrentDictionary<string, Type?> Markers = new(StringComparer.Ordinal);

    public LocalizedString this[string name] =>
        feature?[name] is { ResourceNotFound: false } found ? found : shared[name];

    public LocalizedString this[string name, params object[] arguments] =>
        feature?[name, arguments] is { ResourceNotFound: false } found ? found : shared[name, arguments];

    public static IStringLocalizer For(Type type, IStringLocalizerFactory factory)
    {
        var marker = type.Namespace is { } space
            ? Markers.GetOrAdd(space, name => type.Assembly.GetType($"{name}.{name[(name.LastIndexOf('.') + 1)..]}Texts"))
            : null;
        return new FeatureTexts(marker is null ? null : factory.Create(marker), factory.Create(typeof(SharedTexts)));
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        [.. feature?.GetAllStrings(includeParentCultures) ?? [], .. shared.GetAllStrings(includeParentCultures)];
}
