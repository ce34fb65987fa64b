using Microsoft.EntityFrameworkCore;
using NodaTime;
using Storefront.Domain.Plans;
using Storefront.Features.Checkout;
using Storefront.Features.Payments.Gateways;
using Storefront.Features.Projects;
using Storefront.Features.Projects.Steps;
using Storefront.Hosting.Viewers;
using Project = Storefront.Features.Projects.Project;

namespace Storefront.Store.Seeding;

/// <summary>Orders a package, pays it, and lets both sides do on its project what the story says.</summary>
internal sealed class DemoProjectPlayer(DemoProject project, Viewer customer, Viewer staff, Handbooks handbooks, DemoCalendar calendar)
{
    private static readonly Duration Webhooks = Duration.FromMinutes(1);

    private string reference = "";

    /// <summary>Puts the project and what became of it on the timeline.</summary>
    public void Plan(DemoTimeline timeline)
    {
        var bought = calendar.At(project.At);
        timeline.Add(bought, BuyAsync);
        timeline.Add(bought + Webhooks, (_, _) => Task.CompletedTask);
        foreach (var step in project.Steps)
        {
            timeline.Add(calendar.At(step.At), (services, token) => ActAsync(services, step, token));
        }
    }

    private async Task BuyAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var currency = handbooks.Present.Currencies[0];
        var method = services.GetRequiredService<PaymentGateways>().MethodsFor(OrderPurpose.Package, currency).First().Key;
        var wish = new StartCheckoutInput(PlanKey: null, BillingInterval.Once, currency.Code, method, $"demo-{project.Package}")
        {
            PackageKey = project.Package,
            DesignKey = project.Design,
        };
        var started = Expect.Done(await services.GetRequiredService<StartCheckout>().HandleAsync(wish, customer, cancellationToken));
        reference = started.Reference;
        using var card = new DemoCard();
        await card.PayAsync(started.Url!, customer, cancellationToken);
    }

    private async Task ActAsync(IServiceProvider services, DemoProjectStep step, CancellationToken cancellationToken)
    {
        var known = await FindAsync(services, cancellationToken);
        var (key, stage) = (known.Key, step.Stage ?? "");
        switch (step.Act)
        {
            case DemoProjectAct.Give:
                foreach (var input in step.Inputs!)
                {
                    Expect.Done(await services.GetRequiredService<GiveInput>().HandleAsync(
                        new GiveInputInput(key.Id, input.Key, input.Text, input.Use, [], null), customer, cancellationToken));
                }

                break;
            case DemoProjectAct.Revise:
                Expect.Done(await services.GetRequiredService<AskRevision>().HandleAsync(key.Id, step.Text, null, customer, cancellationToken));
                break;
            case DemoProjectAct.Verify:
                Expect.Done(await services.GetRequiredService<VerifyInputs>().HandleAsync(key, staff, cancellationToken));
                break;
            case DemoProjectAct.Book:
                Expect.Done(await services.GetRequiredService<BookProjectMeeting>().HandleAsync(
                    key, stage, calendar.At(step.For!), ProjectSlots.LeastMinutes, staff, cancellationToken));
                break;
            case DemoProjectAct.Tasks:
                await FinishTasksAsync(services, known, stage, step.Count, cancellationToken);
                break;
            case DemoProjectAct.Finish:
                await FinishTasksAsync(services, known, stage, int.MaxValue, cancellationToken);
                Expect.Done(await services.GetRequiredService<FinishStage>().HandleAsync(key, stage, staff, cancellationToken));
                break;
            case DemoProjectAct.Announce:
                Expect.Done(await services.GetRequiredService<AnnounceDay>().HandleAsync(
                    key, stage, calendar.At(step.For!).InZone(handbooks.Present.Zone).Date, step.Text, staff, cancellationToken));
                break;
        }
    }

    private async Task FinishTasksAsync(IServiceProvider services, Project known, string stage, int most, CancellationToken cancellationToken)
    {
        foreach (var task in known.State.Tasks.Where(task => task.StageKey == stage && task.FinishedAt is null).Take(most))
        {
            Expect.Done(await services.GetRequiredService<FinishTask>().HandleAsync(known.Key, task.Key, staff, cancellationToken));
        }
    }

    private async Task<Project> FindAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<StorefrontDb>();
        return await db.Set<Project>().AsNoTracking()
            .SingleAsync(row => db.Set<Order>().Any(order => order.AccountId == row.AccountId && order.Id == row.OrderId && order.Reference == reference), cancellationToken);
    }
}
