using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Shared;

namespace Storefront.Store;

/// <summary>
/// How values are stored, alike on both databases: instants as whole microseconds since 1970 (SQLite cannot compare offsets, PostgreSQL
/// cuts to microseconds), dates as ISO text, ids as UUIDs, currencies by code, enums by name.
/// </summary>
public static class Conversions
{
    /// <summary>Whole microseconds since 1970-01-01T00:00Z; what is finer is cut off.</summary>
    public static long ToMicroseconds(this Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return ticks >= 0 ? ticks / 10 : (ticks - 9) / 10;
    }

    /// <summary>The instant of that many microseconds since 1970-01-01T00:00Z.</summary>
    public static Instant FromMicroseconds(long microseconds) => Instant.FromUnixTimeTicks(checked(microseconds * 10));

    /// <summary>The instant as the store keeps it, so that what was written equals what is read.</summary>
    public static Instant Stored(this Instant instant) => FromMicroseconds(instant.ToMicroseconds());

    /// <summary>Keeps an immutable value as JSON text in one column.</summary>
    public static PropertyBuilder<T?> HasJsonConversion<T>(this PropertyBuilder<T?> property)
        where T : class => property.HasConversion(
            value => JsonSerializer.Serialize(value, StoreJson.Options),
            text => JsonSerializer.Deserialize<T>(text, StoreJson.Options));

    internal static void Apply(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Instant>().HaveConversion<InstantConverter>();
        configuration.Properties<LocalDate>().HaveConversion<LocalDateConverter>().HaveMaxLength(10);
        configuration.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3);
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        foreach (var identifier in typeof(AccountId).Assembly.GetTypes().Where(IsIdentifier))
        {
            configuration.Properties(identifier).HaveConversion(typeof(IdentifierConverter<>).MakeGenericType(identifier));
        }
    }

    private static bool IsIdentifier(Type type) => type.IsValueType
        && type.GetInterfaces().Any(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IIdentifier<>));

    private sealed class InstantConverter() : ValueConverter<Instant, long>(
        instant => instant.ToMicroseconds(),
        microseconds => FromMicroseconds(microseconds));

    private sealed class LocalDateConverter() : ValueConverter<LocalDate, string>(
        date => date.ToString("uuuu'-'MM'-'dd", CultureInfo.InvariantCulture),
        text => LocalDatePattern.Iso.Parse(text).Value);

    private sealed class CurrencyConverter() : ValueConverter<Currency, string>(
        currency => currency.Code,
        code => Currency.Parse(code));

    private sealed class IdentifierConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => From(value))
        where TId : struct, IIdentifier<TId>
    {
        private static TId From(Guid value) => TId.From(value);
    }
}
