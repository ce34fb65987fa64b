using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Tickets;

namespace Storefront.Features.Api;

/// <summary>
/// Says refusals in the reader's language: the text <c>Refusal.CODE</c> of whichever feature has it, its arguments {0}, {1} … the record's
/// own properties in the order of their declaration, written as the reader writes money, minutes, days and instants. Where a refusal has cases
/// that need other words, <see cref="RefusalCases"/>, a text <c>Refusal.CODE.Case</c> goes before it.
/// </summary>
public sealed class RefusalTexts(IStringLocalizerFactory factory, ReaderFormat format)
{
    private static readonly Type[] Markers =
        [.. typeof(RefusalTexts).Assembly.GetTypes().Where(type => type.Name.EndsWith("Texts", StringComparison.Ordinal) && type is { IsSealed: true, IsAbstract: false }
            && type.GetConstructor(Type.EmptyTypes) is not null)];

    private static readonly ConcurrentDictionary<string, Type?> MarkerOf = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public string Describe(Refusal refusal)
    {
        var name = $"Refusal.{refusal.Code}";
        var text = RefusalCases.Of(refusal).Select(@case => $"{name}.{@case}").FirstOrDefault(each => FindMarker(each) is not null) ?? name;
        var arguments = Properties.GetOrAdd(refusal.GetType(), ReadProperties).Select(property => Write(property, property.GetValue(refusal)));
        return factory.Create(FindMarker(text) ?? typeof(SharedTexts))[text, [.. arguments.Cast<object>()]];
    }

    private Type? FindMarker(string name) =>
        MarkerOf.GetOrAdd(name, key => Array.Find(Markers, candidate => !factory.Create(candidate)[key].ResourceNotFound));

    private static PropertyInfo[] ReadProperties(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(property => property.Name is not (nameof(Refusal.Code) or "EqualityContract"))
            .OrderBy(property => property.MetadataToken)];

    private string Write(PropertyInfo property, object? value) => value switch
    {
        null => "",
        Money money => format.Money(money),
        int minutes when property.Name.EndsWith("Minutes", StringComparison.Ordinal) => format.Minutes(minutes),
        long bytes when property.Name.EndsWith("Bytes", StringComparison.Ordinal) => format.Bytes(bytes),
        ImmutableArray<TextFault> { IsDefaultOrEmpty: false } faults => format.Number(faults[0].MaxLength),
        int number when property.DeclaringType == typeof(MinutesNotValid) => format.Number(number),
        IEnumerable<string> names => string.Join(", ", names),
        TicketStatus status => Name(status),
        IEnumerable<TicketStatus> statuses => string.Join(", ", statuses.Select(Name)),
        Instant instant => format.Moment(instant),
        LocalDate date => format.Date(date),
        IFormattable number => number.ToString(null, CultureInfo.CurrentCulture),
        _ => value.ToString() ?? "",
    };

    private string Name(TicketStatus status) => factory.Create(typeof(TicketsTexts))[$"Status.{status}"];
}
