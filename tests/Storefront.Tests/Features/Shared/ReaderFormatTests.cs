using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using NodaTime;
using Storefront.Features.Payments.Notices;
using Storefront.Features.Shared;
using Storefront.Features.Shared.Formatting;
using Storefront.Features.Shared.Localization;
using Storefront.Features.Tickets;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Shared;

/// <summary>Hours, days and instants as the readers of the three languages write them. The business clock stands still.</summary>
public sealed class ReaderFormatTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private static readonly Instant Moment = Instant.FromUtc(2026, 1, 5, 13, 7);

    [Theory]
    [InlineData(0, "0 h")]
    [InlineData(45, "45 min")]
    [InlineData(1200, "20 h")]
    [InlineData(1110, "18 h 30 min")]
    [InlineData(-90, "−1 h 30 min")]
    public void Minutes_of_work_are_written_in_hours_and_minutes(int minutes, string text) =>
        Assert.Equal(text, In("es-CL", format => format.Minutes(minutes)));

    [Theory]
    [InlineData("es-CL", 60, "Te queda 1 h.")]
    [InlineData("es-CL", 1, "Te queda 1 min.")]
    [InlineData("es-CL", 61, "Te quedan 1 h 1 min.")]
    [InlineData("es-CL", 120, "Te quedan 2 h.")]
    [InlineData("pt-BR", 60, "Você ainda tem 1 h.")]
    [InlineData("en", 60, "You have 1 h left.")]
    public void One_hour_and_one_minute_are_one_thing(string culture, int minutes, string text)
    {
        var texts = host.Services.GetRequiredService<IStringLocalizer<TicketsTexts>>();
        Assert.Equal(text, In(culture, format => texts.OfMinutes("Outlook.HoursLeft", minutes, format)).Replace('\u00A0', ' '));
    }

    [Theory]
    [InlineData("es-CL", 1, false, "1 por revisar.")]
    [InlineData("es-CL", 1000, false, "1.000 por revisar, primero el más antiguo.")]
    [InlineData("es-CL", 1000, true, "Más de 1.000 por revisar, primero el más antiguo.")]
    [InlineData("pt-BR", 1000, true, "Mais de 1.000 a conferir, primeiro o mais antigo.")]
    [InlineData("en", 1000, true, "More than 1,000 to look at, the oldest first.")]
    public void More_than_were_counted_is_said_so(string culture, int counted, bool isMore, string text)
    {
        var texts = host.Services.GetRequiredService<IStringLocalizer<NoticesTexts>>();
        Assert.Equal(text, In(culture, format => texts.Plural("Desk.Count", new BoundedCount(counted, isMore), format)));
    }

    [Theory]
    [InlineData("es-CL", "5 de enero de 2026")]
    [InlineData("pt-BR", "5 de janeiro de 2026")]
    [InlineData("en", "5 January 2026")]
    public void A_day_is_written_in_the_readers_language(string culture, string text) =>
        Assert.Equal(text, In(culture, format => format.Date(new LocalDate(2026, 1, 5))));

    [Theory]
    [InlineData(null, "10:07")]
    [InlineData("America/Montevideo", "10:07")]
    [InlineData("Europe/Madrid", "14:07")]
    [InlineData("not-a-zone", "10:07")]
    public void An_instant_is_written_in_the_readers_zone_or_else_the_houses(string? zone, string text) =>
        Assert.Equal(text, In("es-CL", format => format.Time(Moment), zone));

    [Theory]
    [InlineData("en", -60, "1 hour ago")]
    [InlineData("en", 180, "in 3 hours")]
    [InlineData("es-CL", -1440, "hace 1 día")]
    [InlineData("es-CL", 4320, "en 3 días")]
    [InlineData("pt-BR", -5, "há 5 minutos")]
    [InlineData("pt-BR", 0, "agora mesmo")]
    public void A_distance_in_time_is_written_with_the_right_plural(string culture, int minutes, string text) => Assert.Equal(
        text,
        In(culture, format => format.Relative(host.Services.GetRequiredService<IClock>().GetCurrentInstant() + Duration.FromMinutes(minutes))));

    private string In(string culture, Func<ReaderFormat, string> write, string? zone = null)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        using var scope = host.Services.CreateScope();
        var accessor = scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            accessor.HttpContext = new DefaultHttpContext();
            if (zone is not null)
            {
                accessor.HttpContext.Request.Headers.Cookie = $"zone={zone}";
            }

            return write(scope.ServiceProvider.GetRequiredService<ReaderFormat>()).Replace('\u00A0', ' ');
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
            accessor.HttpContext = null;
        }
    }
}
