using Storefront.Domain.Houses;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;

namespace Storefront.Tests.Domain.Houses;

public class SenseTests
{
    private static readonly Handbook Sense = Loaded.Sense;

    [Fact]
    public void The_house_speaks_Colombian_Spanish_and_sells_projects_in_Colombian_pesos()
    {
        Assert.Equal("es-CO", Sense.DefaultLanguage);
        Assert.Equal([Currency.Cop], Sense.Currencies);
        Assert.Equal("America/Bogota", Sense.Zone.Id);
        Assert.Equal(["landing", "website", "shop"], Sense.Packages.Select(package => package.Key));
    }

    [Fact]
    public void SEN_10_A_project_is_paid_half_with_the_order_and_half_on_delivery_to_the_last_cent()
    {
        var package = Sense.Packages[0];
        Assert.Equal([PartDue.Order, PartDue.Delivery], package.Parts.Select(part => part.Due));
        var odd = new Money(1_000_01, Currency.Cop);
        Assert.Equal([new Money(500_01, Currency.Cop), new Money(500_00, Currency.Cop)], package.SplitOf(odd).Select(part => part.Amount));
    }

    [Theory]
    [InlineData("down", "primera", 4)]
    [InlineData("slow", "primera", 4)]
    [InlineData("styles", "primera", 4)]
    [InlineData("gateway", "primera", 4)]
    [InlineData("purchase", "primera", 4)]
    [InlineData("email", "segunda", 12)]
    [InlineData("certificate", "segunda", 12)]
    [InlineData("spelling", "tercera", 24)]
    [InlineData("visual", "tercera", 24)]
    [InlineData("question", "tercera", 24)]
    public void SEN_11_The_cause_decides_the_class_and_in_how_many_clock_hours_it_is_answered(string kind, string expected, int hours)
    {
        Assert.Equal(expected, ClassProposal.Propose(Sense.Tickets, kind, urgency: null, impact: null).Value.Key);
        Assert.Equal(
            new TargetPolicy(expected, TargetKind.FirstAnswer, new TargetDuration(TargetUnit.ClockHours, hours)),
            Assert.Single(Sense.Tickets.Targets, target => target.ClassKey == expected));
    }

    [Fact]
    public void SEN_12_COM_09_The_priority_line_is_for_first_and_second_need_and_mail_for_third()
    {
        Assert.Equal(["primera", "segunda"], Sense.Channels.Single(channel => channel.Key == "priority-line").ClassKeys);
        Assert.Equal(["tercera"], Sense.Channels.Single(channel => channel.Key == "email").ClassKeys);
        Assert.NotEmpty(Sense.House.Contacts.ForEmergency("segunda"));
        Assert.Empty(Sense.House.Contacts.ForEmergency("tercera"));
    }
}
