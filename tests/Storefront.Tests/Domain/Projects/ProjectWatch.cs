using NodaTime;
using Storefront.Domain.Projects;

namespace Storefront.Tests.Domain.Projects;

/// <summary>Reads a project's events one after the other, knowing none of the rules' code, and fails at the first that should not be.</summary>
internal sealed class ProjectWatch(ProjectTerms terms)
{
    private readonly HashSet<string> over = [];
    private readonly HashSet<string> running = [];
    private readonly HashSet<(string Stage, int Round, int Number)> notices = [];
    private readonly HashSet<(string Stage, int Round)> alerts = [];
    private Instant last = Instant.MinValue;
    private LocalDate? starts;
    private bool paid;
    private bool stands;
    private bool completed;

    public void See(ProjectEvent happened)
    {
        Assert.True(happened.At >= last, $"{happened} is older than the one before.");
        last = happened.At;
        switch (happened)
        {
            case ProjectPaid payment:
                paid = payment.InFull;
                break;
            case ProjectStartSet start:
                starts = start.Day;
                break;
            case StageBegun begun:
                SeeBegun(begun);
                break;
            case StageEnded ended:
                Assert.Contains(ended.StageKey, running);
                running.Remove(ended.StageKey);
                over.Add(ended.StageKey);
                break;
            case StageLeft left:
                Assert.Contains(left.StageKey, running);
                running.Remove(left.StageKey);
                break;
            case InputReturned when terms.Template.Stages.FirstOrDefault(stage => stage.End == StageEnd.InputsGiven) is { } giving && over.Remove(giving.Key):
                running.Add(giving.Key);
                break;
            case NoticeSent notice:
                Assert.False(stands);
                Assert.True(notices.Add((notice.StageKey, notice.Round, notice.Number)), $"{notice} was sent before.");
                Assert.Equal(notices.Count(sent => sent.Stage == notice.StageKey && sent.Round == notice.Round), notice.Number);
                Assert.InRange(notice.Number, 1, terms.Template.Stage(notice.StageKey).Notices!.Count);
                Assert.True(notice.Until > notice.At);
                break;
            case SuspensionAlertSent alert:
                Assert.False(stands);
                Assert.True(alerts.Add((alert.StageKey, alert.Round)), $"{alert} was sent before.");
                Assert.Equal(
                    terms.Template.Stage(alert.StageKey).Notices?.Count ?? 0,
                    notices.Count(sent => sent.Stage == alert.StageKey && sent.Round == alert.Round));
                break;
            case StageOverdue overdue:
                Assert.False(stands);
                Assert.Contains(overdue.StageKey, running);
                break;
            case ProjectSuspended suspended:
                Assert.False(stands);
                stands = true;
                Assert.True(suspended.StageKey is not { } key || (running.Contains(key) && alerts.Any(sent => sent.Stage == key)));
                break;
            case ProjectResumed:
                Assert.True(stands);
                stands = false;
                break;
            case ProjectCompleted:
                Assert.False(completed);
                completed = true;
                break;
        }
    }

    private void SeeBegun(StageBegun begun)
    {
        Assert.False(stands, $"{begun} while it stood still.");
        Assert.DoesNotContain(begun.StageKey, over);
        var stage = terms.Template.Stage(begun.StageKey);
        if (!running.Add(begun.StageKey))
        {
            return;
        }

        Assert.All(stage.After, before => Assert.Contains(before, over));
        Assert.True(paid || !stage.Needs.Contains(StageNeed.FullPayment), $"{begun} is not paid.");
        Assert.True(
            stage.Start == StageStart.AtOnce || begun.At >= terms.Calendar.Zone.AtStartOfDay(starts!.Value).ToInstant(),
            $"{begun} is before {starts}.");
    }
}
