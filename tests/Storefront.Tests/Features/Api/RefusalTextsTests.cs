using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Storefront.Domain.Hours;
using Storefront.Domain.Projects;
using Storefront.Domain.Quotes;
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

    [Theory]
    [InlineData("es-CL", 120, 60, null, "El cliente aprobó 2 h y de eso queda 1 h. Emite una versión nueva para seguir.")]
    [InlineData("es-CL", 120, 61, null, "El cliente aprobó 2 h y de eso quedan 1 h 1 min. Emite una versión nueva para seguir.")]
    [InlineData("es-CL", 120, 1, 90, "Este trabajo se hizo de guardia y cuenta como 1 h 30 min; el cliente aprobó 2 h y de eso queda 1 min. Emite una versión nueva para seguir.")]
    [InlineData("pt-BR", 120, 60, null, "O cliente aprovou 2 h e disso resta 1 h. Emita uma nova versão para continuar.")]
    [InlineData("pt-BR", 120, 90, null, "O cliente aprovou 2 h e disso restam 1 h 30 min. Emita uma nova versão para continuar.")]
    [InlineData("en", 60, 60, null, "The customer approved 1 h, of which 1 h is left. Issue a new version to go on.")]
    [InlineData("en", 60, 30, null, "The customer approved 1 h, of which 30 min are left. Issue a new version to go on.")]
    public void FEN_13_What_is_left_of_a_quote_is_told_in_the_number_that_it_has(string culture, int cap, int left, int? onCall, string text) =>
        Assert.Equal(text, In(culture, new QuoteCapReached(cap, left, onCall)).Replace('\u00A0', ' '));

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
        Assert.Equal("Falta el nombre.", In("es-CL", TicketText.Check("name", "", 500, multiline: false).Refusal!));
        Assert.Equal("Um texto é longo demais: no máximo 500 caracteres.", In("pt-BR", TicketText.Check("note", new string('a', 501), 500, multiline: false).Refusal!));
    }

    [Fact]
    public void A_project_that_ended_is_told_apart_from_one_that_can_be_resumed()
    {
        var since = Instant.FromUtc(2026, 11, 23, 12, 0);
        Assert.EndsWith("Primero hay que reanudarlo.", In("es-CO", new ProjectStandsStill(since, SuspensionCause.NoAnswer)), StringComparison.Ordinal);
        Assert.EndsWith("Ya no cambia nada en él.", In("es-CO", new ProjectStandsStill(since, SuspensionCause.OrderRefunded)), StringComparison.Ordinal);
        Assert.EndsWith("Nothing changes on it any more.", In("en", new ProjectStandsStill(since, SuspensionCause.CustomerLeft)), StringComparison.Ordinal);
        Assert.EndsWith("Only a payment brings it back.", In("en", new ProjectStandsStill(since, SuspensionCause.OrderExpired)), StringComparison.Ordinal);
        Assert.EndsWith("Solo un pago lo trae de vuelta.", In("es-CO", new ProjectStandsStill(since, SuspensionCause.OrderWithdrawn)), StringComparison.Ordinal);
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
