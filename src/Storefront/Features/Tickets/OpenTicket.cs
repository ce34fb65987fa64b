using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.Features.Drafts;
using Storefront.Features.Notifications;
using Storefront.Features.Subscriptions;
using Storefront.Features.Tickets.Intake;
using Storefront.Hosting.Viewers;
using Storefront.Store;

namespace Storefront.Features.Tickets;

/// <summary>What a customer sends to ask for work.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Kind">Key of a kind of the handbook.</param>
/// <param name="Urgency">The answer, where the house asks.</param>
/// <param name="Impact">The answer, where the house asks.</param>
/// <param name="Platform">Key of a platform of the handbook, if one is named.</param>
/// <param name="ScheduleForNextPeriod">Whether it is to join the queue when the next period starts (FLU-17).</param>
/// <param name="Attachments">Files that the same person uploaded.</param>
/// <param name="IdempotencyKey">The same key and input again open nothing more; null when the caller has none.</param>
/// <param name="AddOn">Key of what is asked for from the catalogue; null for anything else (FEN-19).</param>
/// <param name="DocumentedApi">Whether the system to be integrated has a documented API; null when that is not known (FLU-27).</param>
/// <param name="ChannelKey">Key of the handbook's channel by which it came; null for the form and the API.</param>
public sealed record OpenTicketInput(
    string? Subject,
    string? Body,
    string? Kind,
    Urgency? Urgency,
    Impact? Impact,
    string? Platform,
    bool ScheduleForNextPeriod,
    IReadOnlyList<AttachmentId> Attachments,
    string? IdempotencyKey,
    string? AddOn = null,
    bool? DocumentedApi = null,
    string? ChannelKey = null);

/// <summary>A ticket that was opened.</summary>
/// <param name="Id">Its id in the account.</param>
/// <param name="Number">Its number in the house.</param>
public sealed record OpenedTicket(TicketId Id, int Number);

/// <summary>A customer asks for work (FLU-12, FLU-17, FLU-18).</summary>
public sealed class OpenTicket(
    AccountTransactions transactions,
    TicketStore tickets,
    SubscriptionStore subscriptions,
    TicketMessages messages,
    Handbooks handbooks,
    TicketReceivedMail receipt)
{
    private const string Operation = "ticket.open";

    /// <param name="input">What is asked for.</param>
    /// <param name="viewer">Who asks.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="endsDraft">Whether it is what the viewer's draft of a new ticket became.</param>
    public async Task<Result<OpenedTicket>> HandleAsync(OpenTicketInput input, Viewer viewer, CancellationToken cancellationToken, bool endsDraft = false)
    {
        if (!viewer.WritableAccount().TryGet(out var account, out var refusal))
        {
            return refusal;
        }

        if (Check(input) is [var fault, ..])
        {
            return fault;
        }

        return await transactions.RunAsync<OpenedTicket>(
            account,
            async (scope, token) => input.IdempotencyKey is { } key
                ? await scope.OnceAsync(
                    Operation,
                    key,
                    new { Input = input with { Attachments = [] }, Files = await AttachmentBinding.PrintsAsync(scope, input.Attachments, viewer.UserId, token) },
                    () => OpenOwnAsync(scope, input, viewer.UserId, endsDraft, token),
                    token)
                : await OpenOwnAsync(scope, input, viewer.UserId, endsDraft, token),
            cancellationToken);
    }

    /// <summary>Opens it for whoever asks; with it ends what was kept of the form, and nothing does when it is only sent again.</summary>
    private async Task<Result<OpenedTicket>> OpenOwnAsync(
        AccountScope scope, OpenTicketInput input, UserId author, bool endsDraft, CancellationToken cancellationToken)
    {
        var opened = await OpenAsync(scope, input, author, cancellationToken);
        if (endsDraft && !opened.IsRefused)
        {
            await scope.ForgetNewTicketDraftAsync(author, cancellationToken);
        }

        return opened;
    }

    /// <summary>Everything that is wrong with the input as far as the handbook tells; empty when nothing is.</summary>
    public IReadOnlyList<Refusal> Check(OpenTicketInput input)
    {
        var policy = tickets.Policy;
        var platforms = handbooks.Present.Platforms;
        var unclear = ClassProposal.Propose(policy, input.Kind ?? "", input.Urgency, input.Impact).Refusal;
        Refusal?[] faults =
        [
            TicketText.Check(input.Subject, input.Body, policy.Limits).Refusal,
            unclear,
            unclear is UnknownTicketKind && policy.Questions is not null && (input.Urgency is null || input.Impact is null) ? new ClassAnswersMissing() : null,
            input.Platform is { } platform && platforms.All(known => known.Key != platform)
                ? new UnknownPlatform(platform, [.. platforms.Select(known => known.Key)])
                : null,
            input.AddOn is { } addOn && handbooks.Present.AddOns.All(known => known.Key != addOn)
                ? new UnknownAddOn(addOn, [.. handbooks.Present.AddOns.Select(known => known.Key)])
                : null,
        ];
        return [.. faults.OfType<Refusal>()];
    }

    /// <summary>Opens it inside an action's transaction, once the input was checked.</summary>
    /// <param name="scope">The account's transaction.</param>
    /// <param name="input">What is asked for.</param>
    /// <param name="author">Whose ticket it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="writtenBy">Who of the staff wrote it down for the author; null where the author did (FEN-17).</param>
    internal async Task<Result<OpenedTicket>> OpenAsync(
        AccountScope scope, OpenTicketInput input, UserId author, CancellationToken cancellationToken, UserId? writtenBy = null)
    {
        var policy = tickets.Policy;
        var (subject, body) = TicketText.Check(input.Subject, input.Body, policy.Limits).Value;
        var current = await subscriptions.FindCurrentAsync(scope.Db, scope.AccountId, cancellationToken);
        var id = TicketId.New(scope.Now);
        var opened = input.ScheduleForNextPeriod
            ? TicketRules.Schedule(id, policy, input.Kind!, input.Urgency, input.Impact, scope.Now, NextPeriod.StartOf(current))
            : TicketRules.Open(id, policy, input.Kind!, input.Urgency, input.Impact, scope.Now);
        if (!opened.TryGet(out var change, out var refusal))
        {
            return refusal;
        }

        change = TicketIntake.Begin(change, policy.FindKind(input.Kind!)!, input.DocumentedApi, scope.Now);
        if (input.ChannelKey is not null || input.DocumentedApi is not null)
        {
            scope.Db.Add(new TicketIntakeRow { AccountId = scope.AccountId, TicketId = id, ChannelKey = input.ChannelKey, DocumentedApi = input.DocumentedApi });
        }

        if ((await messages.AddAsync(scope, id, body, writtenBy ?? author, fromStaff: writtenBy is not null, input.Attachments, cancellationToken)).Refusal is { } notAttached)
        {
            return notAttached;
        }

        var version = current?.Row.HandbookVersion ?? handbooks.Present.Version.Hash;
        var terms = await tickets.TermsAsync(scope.Db, scope.AccountId, version, cancellationToken);
        var number = (int)await scope.NextNumberAsync(HouseCounter.Tickets, cancellationToken);
        var row = Row(scope, input, change.Ticket, number, subject, author, version);
        scope.Db.Add(row);
        tickets.Save(scope, new CurrentTicket(row, change.Ticket, terms, [], []), change);
        if (input.ChannelKey is null || writtenBy is not null)
        {
            // Who wrote by mail or message is told the number there.
            await receipt.WriteAsync(scope, row, author, cancellationToken);
        }

        return new OpenedTicket(id, number);
    }

    private Ticket Row(AccountScope scope, OpenTicketInput input, TicketState ticket, int number, string subject, UserId author, string version) => new()
    {
        AccountId = scope.AccountId,
        Id = ticket.Id,
        Number = number,
        Subject = subject,
        FoldedSubject = FoldedText.Of(subject),
        HandbookVersion = version,
        KindKey = ticket.KindKey,
        Urgency = input.Urgency,
        Impact = input.Impact,
        ProposedClassKey = ticket.ProposedClassKey,
        ClassKey = ticket.ClassKey,
        ClassRank = tickets.Policy.FindClass(ticket.ClassKey)!.Rank,
        Status = ticket.Status,
        Platform = input.Platform,
        AddOnKey = input.AddOn,
        OpenedBy = author,
        OpenedAt = scope.Now,
        JoinsAt = ticket.JoinsAt,
        UpdatedAt = scope.Now,
    };
}
