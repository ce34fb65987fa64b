using NodaTime;
using Storefront.Domain.Houses;
using Storefront.Domain.Status;

namespace Storefront.Tests.Domain.Status;

public sealed class IncidentRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 2, 12, 0);

    [Fact]
    public void FEN_20_The_house_is_as_well_as_the_worst_that_goes_on()
    {
        var degraded = IncidentRules.OpenIncident(HouseStatusLevel.Degraded, Now).Value;
        var outage = IncidentRules.OpenIncident(HouseStatusLevel.Outage, Now).Value;
        var over = IncidentRules.Update(outage, IncidentStep.Resolved, Now + Duration.FromHours(1)).Value;

        Assert.Equal(HouseStatusLevel.Operational, LevelAt(Now));
        Assert.Equal(HouseStatusLevel.Degraded, LevelAt(Now, degraded));
        Assert.Equal(HouseStatusLevel.Outage, LevelAt(Now, degraded, outage));
        Assert.Equal(HouseStatusLevel.Degraded, LevelAt(Now + Duration.FromHours(2), degraded, over));
    }

    [Fact]
    public void FEN_20_Announced_maintenance_begins_by_itself_and_ends_when_somebody_says_so()
    {
        var (from, to) = (Now + Duration.FromHours(1), Now + Duration.FromHours(3));
        var work = IncidentRules.Announce(from, to, Now).Value;

        Assert.Equal((IncidentStep.Scheduled, HouseStatusLevel.Operational), (work.StepAt(Now), LevelAt(Now, work)));
        Assert.Equal((IncidentStep.InProgress, HouseStatusLevel.Maintenance), (work.StepAt(from), LevelAt(from, work)));
        Assert.Equal(HouseStatusLevel.Maintenance, LevelAt(to + Duration.FromHours(9), work));
        var done = IncidentRules.Update(work, IncidentStep.Resolved, to).Value;
        Assert.Equal((to, HouseStatusLevel.Operational), (done.ResolvedAt!.Value, LevelAt(to, done)));
    }

    [Fact]
    public void Maintenance_that_is_begun_earlier_begins_then()
    {
        var work = IncidentRules.Announce(Now + Duration.FromHours(1), Now + Duration.FromHours(3), Now).Value;
        Assert.Equal(Now, IncidentRules.Update(work, IncidentStep.InProgress, Now).Value.StartsAt);
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.IsType<IncidentLevelNotValid>(IncidentRules.OpenIncident(HouseStatusLevel.Operational, Now).Refusal);
        Assert.IsType<IncidentLevelNotValid>(IncidentRules.OpenIncident(HouseStatusLevel.Maintenance, Now).Refusal);
        Assert.IsType<MaintenanceTimeNotValid>(IncidentRules.Announce(Now, Now, Now).Refusal);
        Assert.IsType<MaintenanceTimeNotValid>(IncidentRules.Announce(Now - Duration.FromHours(2), Now - Duration.FromHours(1), Now).Refusal);
        var incident = IncidentRules.OpenIncident(HouseStatusLevel.Outage, Now).Value;
        Assert.Equal(new IncidentStepNotValid(IncidentStep.Scheduled), IncidentRules.Update(incident, IncidentStep.Scheduled, Now).Refusal);
        var over = IncidentRules.Update(incident, IncidentStep.Resolved, Now).Value;
        Assert.Equal(new IncidentOver(Now), IncidentRules.Update(over, IncidentStep.Monitoring, Now + Duration.FromHours(1)).Refusal);
    }

    private static HouseStatusLevel LevelAt(Instant at, params IncidentState[] incidents) =>
        IncidentRules.LevelAt(incidents, HouseStatusLevel.Operational, at);
}
