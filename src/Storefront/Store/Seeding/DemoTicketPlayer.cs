using System.Text;
using Storefront.Domain.Quotes;
using Storefront.Domain.Shared;
using Storefront.Features.Attachments;
using Storefront.Features.Desk;
using Storefront.Features.Quotes;
using Storefront.Features.Tickets;
using Storefront.Features.Tickets.Intake;
using Storefront.Hosting.Viewers;

namespace Storefront.Store.Seeding;

/// <summary>Plays one ticket of the story by the actions of the customer's pages and of the desk.</summary>
internal sealed class DemoTicketPlayer(DemoTicket ticket, Viewer customer, Viewer staff, Handbooks handbooks)
{
    private TicketId id;
    private QuoteId quote;

    private TicketKey Key => new(customer.AccountId!.Value, id);

    /// <summary>Puts the ticket and what became of it on the timeline.</summary>
    public void Plan(DemoTimeline timeline, DemoCalendar calendar)
    {
        var at = calendar.At(ticket.At);
        timeline.Add(at, OpenAsync);
        foreach (var step in ticket.Steps)
        {
            at += DemoCalendar.Length(step.After);
            timeline.Add(at, (services, token) => ActAsync(services, step, token));
        }
    }

    private async Task OpenAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        AttachmentId[] files = [];
        if (ticket.File is { } file)
        {
            var bytes = Encoding.UTF8.GetBytes(file.Text);
            var upload = new UploadedFile(file.Name, bytes.Length, () => new MemoryStream(bytes, writable: false));
            var kept = await services.GetRequiredService<UploadAttachment>().HandleAsync(customer.AccountId!.Value, customer.UserId, upload, cancellationToken);
            files = [Expect.Done(kept).Id];
        }

        var input = new OpenTicketInput(
            ticket.Subject, ticket.Body, ticket.Kind, ticket.Urgency, ticket.Impact, ticket.Platform, ticket.NextPeriod, files, IdempotencyKey: null,
            DocumentedApi: ticket.DocumentedApi);
        id = Expect.Done(await services.GetRequiredService<OpenTicket>().HandleAsync(input, customer, cancellationToken)).Id;
    }

    private Task ActAsync(IServiceProvider services, DemoStep step, CancellationToken cancellationToken) => step.Act switch
    {
        DemoAct.Answer => DoneAsync(services.GetRequiredService<ReplyToTicket>()
            .HandleAsync(new ReplyToTicketInput(id, step.Text, [], IdempotencyKey: null), customer, cancellationToken)),
        DemoAct.GrantAccess => DoneAsync(services.GetRequiredService<GrantAccess>().HandleAsync(id, step.Text, customer, cancellationToken)),
        DemoAct.Close => DoneAsync(services.GetRequiredService<CloseTicket>().HandleAsync(id, customer, cancellationToken)),
        DemoAct.Rate => DoneAsync(services.GetRequiredService<RateTicket>()
            .HandleAsync(new RateTicketInput(id, step.Stars, step.Text), customer, cancellationToken)),
        DemoAct.Classify => DoneAsync(services.GetRequiredService<ClassifyTicket>().HandleAsync(Key, step.Class!, step.Text, staff, cancellationToken)),
        DemoAct.Reply => DoneAsync(services.GetRequiredService<ReplyAsStaff>()
            .HandleAsync(Key, new StaffReplyInput(step.Text, []), staff, cancellationToken)),
        DemoAct.Note => DoneAsync(services.GetRequiredService<AddStaffNote>().HandleAsync(Key, step.Text, staff, cancellationToken)),
        DemoAct.Plan => DoneAsync(services.GetRequiredService<PlanTicket>().HandleAsync(Key, Day(services, step.Days), staff, cancellationToken)),
        DemoAct.Move => DoneAsync(services.GetRequiredService<ChangeTicketStatus>().HandleAsync(Key, step.To!.Value, staff, cancellationToken)),
        DemoAct.Workaround => DoneAsync(services.GetRequiredService<RecordWorkaround>().HandleAsync(Key, step.Text, staff, cancellationToken)),
        DemoAct.Quote => QuoteAsync(services, step, cancellationToken),
        DemoAct.Approve => DoneAsync(services.GetRequiredService<ApproveQuote>().HandleAsync(quote, $"demo-{quote}", customer, cancellationToken)),
        DemoAct.Log => DoneAsync(services.GetRequiredService<LogWork>()
            .HandleAsync(Key, new WorkInput(step.Minutes, step.Text!, WorkedAt: null, $"demo-{step.After}-{step.Minutes}"), staff, cancellationToken)),
    };

    private async Task QuoteAsync(IServiceProvider services, DemoStep step, CancellationToken cancellationToken)
    {
        var input = new QuoteInput(QuoteSettlement.Hours, step.Minutes, step.Text, Price: null, Currency: null, $"demo-quote-{step.After}-{step.Minutes}");
        quote = Expect.Done(await services.GetRequiredService<IssueQuote>().HandleAsync(Key, input, staff, cancellationToken)).Id;
    }

    private NodaTime.LocalDate Day(IServiceProvider services, int days) =>
        handbooks.Present.Calendar.DateOf(services.GetRequiredService<BusinessClock>().GetCurrentInstant()).PlusDays(days);

    private static async Task DoneAsync<T>(Task<Result<T>> action) => Expect.Done(await action);
}
