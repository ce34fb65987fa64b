using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Tests.Domain.Houses;

public class AlfinetTests
{
    private static readonly Handbook Alfinet = Loaded.Alfinet;

    [Fact]
    public void The_house_speaks_Portuguese_sells_hours_in_reais_and_has_no_plans()
    {
        Assert.Equal("pt-BR", Alfinet.DefaultLanguage);
        Assert.Equal([Currency.Brl], Alfinet.Currencies);
        Assert.Equal("America/Sao_Paulo", Alfinet.Zone.Id);
        Assert.False(Alfinet.SellsPlans);
        Assert.Empty(Alfinet.Packages);
    }

    [Theory]
    [InlineData("support", "suporte")]
    [InlineData("email-domain", "suporte")]
    [InlineData("evolution", "evolucao")]
    public void ALF_01_Support_and_evolution_are_told_apart_and_neither_uses_hours_of_a_plan(string kind, string expected)
    {
        Assert.Equal(expected, ClassProposal.Propose(Alfinet.Tickets, kind, urgency: null, impact: null).Value.Key);
        Assert.False(Alfinet.Tickets.FindKind(kind)!.CostsHours);
    }

    [Theory]
    [InlineData(2, 28, 200)]
    [InlineData(3, 1, 400)]
    [InlineData(4, 15, 400)]
    [InlineData(5, 31, 400)]
    [InlineData(6, 1, 200)]
    [InlineData(11, 20, 400)]
    [InlineData(12, 1, 200)]
    public void ALF_02_The_hour_costs_double_from_March_to_May_and_around_Black_Friday(int month, int day, int reais)
    {
        Assert.Equal(new Money(reais * 100, Currency.Brl), Alfinet.RateCard!.Card.RateOn(new LocalDate(2026, month, day)));
        Assert.Equal((new Money(200_00, Currency.Brl), new Money(500_00, Currency.Brl)), (Alfinet.RateCard.UsuallyFrom!.Value, Alfinet.RateCard.UsuallyTo!.Value));
        Assert.Equal(15, Alfinet.Quotes.ValidDays);
    }

    [Fact]
    public void ALF_03_Requests_come_by_panel_mail_and_messaging() =>
        Assert.Equal(["panel", "email", "whatsapp"], Alfinet.Channels.Select(channel => channel.Key));

    [Fact]
    public void ALF_06_A_person_answers_within_24_clock_hours() => Assert.All(Alfinet.Tickets.Classes, ticketClass => Assert.Equal(
        new TargetPolicy(ticketClass.Key, TargetKind.FirstAnswer, new TargetDuration(TargetUnit.ClockHours, 24)),
        Assert.Single(Alfinet.Tickets.Targets, target => target.ClassKey == ticketClass.Key && target.Kind == TargetKind.FirstAnswer)));

    [Fact]
    public void ALF_10_COM_09_The_phones_for_priority_are_shown_once_a_ticket_of_support_is_open()
    {
        Assert.Equal(
            ["+55 34 99134-7500", "+55 34 99688-8627", "+55 34 99631-9134"],
            Alfinet.House.Contacts.ForEmergency("suporte").Select(point => point.Value));
        Assert.Empty(Alfinet.House.Contacts.ForEmergency("evolucao"));
        Assert.DoesNotContain(Alfinet.House.Contacts.Everyday, point => point.Kind == ContactKind.Phone);
    }
}
