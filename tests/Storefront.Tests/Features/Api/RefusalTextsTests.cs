using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Shared;
using Storefront.Domain.Subscriptions;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Api;

/// <summary>A refusal says which rule it is, with its data, in the reader's language.</summary>
public sealed class RefusalTextsTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Theory]
    [InlineData("es-CL", "El plan terminó y no se puede reanudar. Para volver se compra un plan.")]
    [InlineData("pt-BR", "O plano terminou e não pode ser retomado. Para voltar, compra-se um plano.")]
    [InlineData("en", "The plan has ended and cannot be resumed. Whoever comes back buys a plan.")]
    public void FLU_10_Resuming_what_was_cancelled_is_refused_in_words(string culture, string text) =>
        Assert.Equal(text, In(culture, new SubscriptionNotReady(PlanSubscriptionStatus.Canceled)));

    [Theory]
    [InlineData("es-CL", "El plazo contratado termina el 21 de septiembre de 2027. Desde ese día se puede pasar a un plan menor.")]
    [InlineData("en", "The contracted term ends on 21 September 2027. A lower plan can be had from that day on.")]
    public void FEN_05_A_downgrade_before_the_term_ends_is_refused_naming_the_date(string culture, string text) =>
        Assert.Equal(text, In(culture, new CommittedUntil(new LocalDate(2027, 9, 21))));

    [Fact]
    public void Every_state_of_a_plan_has_its_own_words()
    {
        var states = Enum.GetValues<PlanSubscriptionStatus>();
        Assert.Equal(states.Length, states.Select(state => In("es-CL", new SubscriptionNotReady(state))).Distinct().Count());
    }

    [Fact]
    public void Minutes_beyond_a_day_and_a_correction_of_nothing_are_told_the_range()
    {
        Assert.Equal("Indica un número entero de minutos, de 1 a 1.440.", In("es-CL", new MinutesNotValid(1, WorkLogRules.MostMinutes)));
        Assert.Equal("Give a whole number of minutes from -60,000 to 60,000, and not 0.", In("en", new MinutesNotValid(-60_000, 60_000)));
    }

    [Fact]
    public void A_missing_reason_and_a_text_too_long_are_told_apart()
    {
        Assert.Equal("Falta el motivo.", In("es-CL", TicketText.Check("reason", "  ", 500, multiline: false).Refusal!));
        Assert.Equal("Um texto é longo demais: no máximo 500 caracteres.", In("pt-BR", TicketText.Check("note", new string('a', 501), 500, multiline: false).Refusal!));
    }

    private string In(string culture, Refusal refusal)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            using var scope = host.Services.CreateScope();
            return scope.ServiceProvider.GetRequiredService<RefusalTexts>().Describe(refusal);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}
