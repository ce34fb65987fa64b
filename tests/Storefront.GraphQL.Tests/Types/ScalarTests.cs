using System.Globalization;
using System.Text;
using System.Text.Json;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Tests.Types;

public sealed class ScalarTests
{
    private static readonly Dictionary<string, ScalarType> Scalars = SpecifiedScalars.All
        .Concat([new LongType(), new DecimalType(), new DateTimeType(), new LocalDateType(), new LocalTimeType(), new DurationType(), new UuidType(), new UrlType(), new EmailAddressType()])
        .ToDictionary(scalar => scalar.Name);

    [Theory]
    [InlineData("Int", "2147483647", "2147483647")]
    [InlineData("Int", "-2147483648", "-2147483648")]
    [InlineData("Float", "1", "1")]
    [InlineData("Float", "1.5e3", "1500")]
    [InlineData("String", "\"a\\u00e9\"", "aé")]
    [InlineData("Boolean", "true", "True")]
    [InlineData("ID", "\"x\"", "x")]
    [InlineData("ID", "007", null)]
    [InlineData("ID", "12345678901234567890", "12345678901234567890")]
    [InlineData("Long", "9007199254740993", "9007199254740993")]
    [InlineData("Decimal", "0.10", "0.10")]
    [InlineData("DateTime", "\"2026-11-22T10:42:00+01:00\"", "11/22/2026 10:42:00 +01:00")]
    [InlineData("LocalDate", "\"2026-11-22\"", "11/22/2026")]
    [InlineData("LocalTime", "\"10:42:00\"", "10:42")]
    [InlineData("Duration", "\"PT1H30M\"", "01:30:00")]
    [InlineData("Duration", "\"-P1DT1S\"", "-1.00:00:01")]
    [InlineData("UUID", "\"0192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f\"", "0192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f")]
    [InlineData("URL", "\"https://example.com/\"", "https://example.com/")]
    [InlineData("EmailAddress", "\"ana@example.com\"", "ana@example.com")]
    [InlineData("Decimal", "1e-3", "0.001")]
    [InlineData("Decimal", "79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("Decimal", "-0.0", "0.0")]
    [InlineData("DateTime", "\"2024-02-29t23:59:59.5z\"", "02/29/2024 23:59:59 +00:00")]
    [InlineData("DateTime", "\"2026-11-22T10:42:00.123456789-03:00\"", "11/22/2026 10:42:00 -03:00")]
    [InlineData("LocalDate", "\"2024-02-29\"", "02/29/2024")]
    [InlineData("LocalTime", "\"23:59:59.25\"", "23:59")]
    [InlineData("Duration", "\"P2W\"", "14.00:00:00")]
    [InlineData("Duration", "\"-P1W\"", "-7.00:00:00")]
    [InlineData("Duration", "\"PT0.5S\"", "00:00:00.5000000")]
    [InlineData("UUID", "\"0192F3C4-7A1B-7C3E-9D2F-1A2B3C4D5E6F\"", "0192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f")]
    [InlineData("URL", "\"https://example.com/a-b?c=d#e\"", "https://example.com/a-b?c=d#e")]
    [InlineData("URL", "\"mailto:ana@example.com\"", "mailto:ana@example.com")]
    public void Literals_and_variables_are_coerced_alike(string scalar, string source, string? expected)
    {
        if (expected is null)
        {
            Assert.Throws<SyntaxException>(() => Utf8GraphQLParser.ParseValue(source));
            return;
        }

        Assert.True(Scalars[scalar].TryParseLiteral(Utf8GraphQLParser.ParseValue(source), null, out var literal, out _));
        Assert.Equal(expected, Convert.ToString(literal, CultureInfo.InvariantCulture));
        if (source.Length < 20 || source[0] == '"')
        {
            Assert.True(Scalars[scalar].TryParseValue(JsonDocument.Parse(source).RootElement, out var variable, out _));
            Assert.Equal(literal, variable);
        }
    }

    [Theory]
    [InlineData("Int", "1.0", "Int cannot represent non-integer value: 1.0")]
    [InlineData("Int", "\"1\"", "Int cannot represent non-integer value: \"1\"")]
    [InlineData("Int", "2147483648", "Int cannot represent non 32-bit signed integer value: 2147483648")]
    [InlineData("Float", "\"1\"", "Float cannot represent non numeric value: \"1\"")]
    [InlineData("Float", "1e999", "Float cannot represent non numeric value: 1e999")]
    [InlineData("String", "1", "String cannot represent a non string value: 1")]
    [InlineData("Boolean", "\"true\"", "Boolean cannot represent a non boolean value: \"true\"")]
    [InlineData("ID", "1.5", "ID cannot represent a non-string and non-integer value: 1.5")]
    [InlineData("Long", "9223372036854775808", "Long cannot represent value: 9223372036854775808")]
    [InlineData("DateTime", "\"2026-11-22T10:42:00\"", "DateTime cannot represent value: \"2026-11-22T10:42:00\"")]
    [InlineData("LocalDate", "\"2026-02-30\"", "LocalDate cannot represent value: \"2026-02-30\"")]
    [InlineData("Duration", "\"P1M\"", "Duration cannot represent value: \"P1M\"")]
    [InlineData("UUID", "\"x\"", "UUID cannot represent value: \"x\"")]
    [InlineData("URL", "\"/plans\"", "URL cannot represent value: \"/plans\"")]
    [InlineData("EmailAddress", "\"ana@\"", "EmailAddress cannot represent value: \"ana@\"")]
    [InlineData("EmailAddress", "\"ana@example.com \"", "EmailAddress cannot represent value: \"ana@example.com \"")]
    [InlineData("EmailAddress", "\"ana@-example.com\"", "EmailAddress cannot represent value: \"ana@-example.com\"")]
    [InlineData("Decimal", "1e400", "Decimal cannot represent value: 1e400")]
    [InlineData("Decimal", "0.12345678901234567890123456789", "Decimal cannot represent value: 0.12345678901234567890123456789")]
    [InlineData("Decimal", "1e-40", "Decimal cannot represent value: 1e-40")]
    [InlineData("Decimal", "\"1\"", "Decimal cannot represent value: \"1\"")]
    [InlineData("Long", "1.0", "Long cannot represent value: 1.0")]
    [InlineData("Long", "\"1\"", "Long cannot represent value: \"1\"")]
    [InlineData("DateTime", "\"2026-02-29T00:00:00Z\"", "DateTime cannot represent value: \"2026-02-29T00:00:00Z\"")]
    [InlineData("DateTime", "\"2026-11-22T24:00:00Z\"", "DateTime cannot represent value: \"2026-11-22T24:00:00Z\"")]
    [InlineData("DateTime", "\"2026-11-22T10:42:00+15:00\"", "DateTime cannot represent value: \"2026-11-22T10:42:00+15:00\"")]
    [InlineData("DateTime", "\" 2026-11-22T10:42:00Z\"", "DateTime cannot represent value: \" 2026-11-22T10:42:00Z\"")]
    [InlineData("LocalDate", "\"2026-1-2\"", "LocalDate cannot represent value: \"2026-1-2\"")]
    [InlineData("LocalDate", "\"0000-01-01\"", "LocalDate cannot represent value: \"0000-01-01\"")]
    [InlineData("LocalTime", "\"24:00:00\"", "LocalTime cannot represent value: \"24:00:00\"")]
    [InlineData("Duration", "\"P\"", "Duration cannot represent value: \"P\"")]
    [InlineData("Duration", "\"PT1S \"", "Duration cannot represent value: \"PT1S \"")]
    [InlineData("Duration", "\"P1W2D\"", "Duration cannot represent value: \"P1W2D\"")]
    [InlineData("Duration", "\"P9999999W\"", "Duration cannot represent value: \"P9999999W\"")]
    [InlineData("Duration", "\"P99999999999D\"", "Duration cannot represent value: \"P99999999999D\"")]
    [InlineData("UUID", "\" 0192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f\"", "UUID cannot represent value: \" 0192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f\"")]
    [InlineData("UUID", "\"0192f3c47a1b7c3e9d2f1a2b3c4d5e6f\"", "UUID cannot represent value: \"0192f3c47a1b7c3e9d2f1a2b3c4d5e6f\"")]
    [InlineData("UUID", "\"+192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f\"", "UUID cannot represent value: \"+192f3c4-7a1b-7c3e-9d2f-1a2b3c4d5e6f\"")]
    [InlineData("URL", "\"https://example.com/a b\"", "URL cannot represent value: \"https://example.com/a b\"")]
    [InlineData("URL", "\"https://\"", "URL cannot represent value: \"https://\"")]
    public void Literals_of_another_kind_are_refused_with_the_reason(string scalar, string source, string message)
    {
        Assert.False(Scalars[scalar].TryParseLiteral(Utf8GraphQLParser.ParseValue(source), null, out _, out var error));
        Assert.Equal(message, error);
    }

    [Theory]
    [InlineData("Int", "1.0", null)]
    [InlineData("Int", "1e2", null)]
    [InlineData("Int", "1.5", "Int cannot represent non-integer value: 1.5")]
    [InlineData("Int", "3000000000", "Int cannot represent non 32-bit signed integer value: 3000000000")]
    [InlineData("Int", "true", "Int cannot represent non-integer value: true")]
    [InlineData("Float", "\"a\"", "Float cannot represent non numeric value: \"a\"")]
    [InlineData("String", "{\"a\": [1, null]}", "String cannot represent a non string value: { a: [1, null] }")]
    [InlineData("ID", "5", null)]
    [InlineData("Long", "1e2", null)]
    [InlineData("Long", "1.5", "Long cannot represent value: 1.5")]
    [InlineData("Long", "1e30", "Long cannot represent value: 1e30")]
    [InlineData("Decimal", "1e2", null)]
    [InlineData("Decimal", "12345678901234567890123456789012", "Decimal cannot represent value: 12345678901234567890123456789012")]
    [InlineData("ID", "true", "ID cannot represent value: true")]
    [InlineData("ID", "1.0", null)]
    [InlineData("ID", "5e-324", "ID cannot represent value: 5e-324")]
    public void Variables_of_another_kind_are_refused_with_the_reason(string scalar, string json, string? message)
    {
        Assert.Equal(message is null, Scalars[scalar].TryParseValue(JsonDocument.Parse(json).RootElement, out _, out var error));
        Assert.Equal(message, error);
    }

    public static TheoryData<string, object, string?> Results => new()
    {
        { "Int", 5, "5" },
        { "Int", 5L, "5" },
        { "Int", 5.0, "5" },
        { "Int", true, "1" },
        { "Int", "5", "5" },
        { "Int", 5.5, null },
        { "Int", 3_000_000_000L, null },
        { "Int", "five", null },
        { "Float", 5, "5" },
        { "Float", 0.1, "0.1" },
        { "Float", 0.1f, "0.1" },
        { "Float", double.NaN, null },
        { "String", "é", "\"\\u00E9\"" },
        { "String", 5, "\"5\"" },
        { "String", true, "\"true\"" },
        { "String", new object(), null },
        { "Boolean", true, "true" },
        { "Boolean", 0, "false" },
        { "Boolean", "true", null },
        { "ID", "x", "\"x\"" },
        { "ID", 5, "\"5\"" },
        { "ID", 1.5, null },
        { "ID", 9007199254740992d, "\"9007199254740992\"" },
        { "ID", -0d, "\"0\"" },
        { "Long", long.MaxValue, "9223372036854775807" },
        { "Decimal", 0.10m, "0.10" },
        { "DateTime", new DateTimeOffset(2026, 11, 22, 10, 42, 0, 500, TimeSpan.FromHours(1)), "\"2026-11-22T09:42:00.5Z\"" },
        { "DateTime", new DateTime(2026, 11, 22, 10, 42, 0, DateTimeKind.Utc), "\"2026-11-22T10:42:00Z\"" },
        { "DateTime", new DateTime(2026, 11, 22, 10, 42, 0, DateTimeKind.Unspecified), "\"2026-11-22T10:42:00Z\"" },
        { "LocalDate", new DateOnly(2026, 11, 22), "\"2026-11-22\"" },
        { "LocalTime", new TimeOnly(10, 42), "\"10:42:00\"" },
        { "Duration", TimeSpan.FromMinutes(90), "\"PT1H30M\"" },
        { "URL", new Uri("https://example.com"), "\"https://example.com/\"" },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Results_are_written_or_refused_without_a_trace(string scalar, object value, string? expected)
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream);

        var error = Scalars[scalar].TryWriteValue(value, writer);

        writer.Flush();
        Assert.Equal(expected ?? string.Empty, Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(expected is null, error is not null);
    }

    [Fact]
    public void Every_scalar_of_the_host_says_where_it_is_specified()
    {
        Assert.All(Scalars.Values.Where(scalar => !scalar.IsSpecified), scalar => Assert.NotNull(scalar.SpecifiedByUrl));
    }
}
