using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Attachments;
using Storefront.Features.Tickets;

namespace Storefront.Features.Desk;

/// <content>What is posted: each form to the action that it is for.</content>
public sealed partial class TicketModel
{
    private static readonly LocalDateTimePattern LocalMoment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public async Task<IActionResult> OnPostReplyAsync(
        [Bind(Prefix = "Reply")] TicketForms.ReplyForm form,
        [FromServices] ReplyAsStaff reply,
        [FromServices] UploadAttachment upload,
        CancellationToken cancellationToken)
    {
        Reply = form;
        if (await FindKeyAsync(cancellationToken) is not { } key)
        {
            return NotFound();
        }

        await KeepFilesAsync(key, form, upload, cancellationToken);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellationToken);
        }

        var input = new StaffReplyInput(form.Body, [.. form.Attachments.Select(id => new AttachmentId(id))], form.WaitsForCustomer, form.Key);
        var sent = await reply.HandleAsync(key, input, Staff, cancellationToken);
        RenewKey("Reply.Key", sent.Refusal, () => form.Key = FormKey.New());
        return await AnswerAsync(sent, "Reply.Body", "Told.Replied", cancellationToken);
    }

    public async Task<IActionResult> OnPostNoteAsync(
        [Bind(Prefix = "Note")] TicketForms.NoteForm form, [FromServices] AddStaffNote add, CancellationToken cancellationToken)
    {
        Note = form;
        return await FindKeyAsync(cancellationToken) is { } key
            ? await AnswerAsync(await add.HandleAsync(key, form.Body, Staff, cancellationToken), "Note.Body", "Told.Noted", cancellationToken)
            : NotFound();
    }

    public async Task<IActionResult> OnPostClassifyAsync(
        [Bind(Prefix = "Class")] TicketForms.ClassForm form, [FromServices] ClassifyTicket classify, CancellationToken cancellationToken)
    {
        Class = form;
        if (await FindKeyAsync(cancellationToken) is not { } key)
        {
            return NotFound();
        }

        var decided = await classify.HandleAsync(key, form.Key ?? "", form.Reason, Staff, cancellationToken);
        var field = decided.Refusal is UnknownTicketClass ? "Class.Key" : "Class.Reason";
        return await AnswerAsync(decided, field, "Told.Classified", cancellationToken);
    }

    public async Task<IActionResult> OnPostStatusAsync(TicketStatus to, [FromServices] ChangeTicketStatus change, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await FindKeyAsync(cancellationToken) is not { } key)
        {
            return NotFound();
        }

        return await AnswerAsync(await change.HandleAsync(key, to, Staff, cancellationToken), "", "Told.Moved", cancellationToken);
    }

    public async Task<IActionResult> OnPostAssignAsync(bool take, [FromServices] AssignTicket assign, CancellationToken cancellationToken) =>
        await FindKeyAsync(cancellationToken) is { } key
            ? await AnswerAsync(
                await assign.HandleAsync(key, take, Staff, cancellationToken), "", take ? "Told.Taken" : "Told.LetGo", cancellationToken)
            : NotFound();

    public async Task<IActionResult> OnPostGiveAsync(Guid to, [FromServices] AssignTicket assign, CancellationToken cancellationToken) =>
        await FindKeyAsync(cancellationToken) is { } key
            ? await AnswerAsync(await assign.HandleAsync(key, new UserId(to), Staff, cancellationToken), "", "Told.Taken", cancellationToken)
            : NotFound();

    public async Task<IActionResult> OnPostPlanAsync(
        [Bind(Prefix = "Plan")] TicketForms.PlanForm form, [FromServices] PlanTicket plan, CancellationToken cancellationToken)
    {
        Plan = form;
        if (await FindKeyAsync(cancellationToken) is not { } key)
        {
            return NotFound();
        }

        return LocalDatePattern.Iso.Parse(form.Day ?? "") is { Success: true, Value: var day }
            ? await AnswerAsync(await plan.HandleAsync(key, day, Staff, cancellationToken), "Plan.Day", "Told.Planned", cancellationToken)
            : await FailAsync("Plan.Day", texts["Form.NotADay"], cancellationToken);
    }

    public async Task<IActionResult> OnPostWorkaroundAsync(
        [Bind(Prefix = "Workaround")] TicketForms.WorkaroundForm form, [FromServices] RecordWorkaround record, CancellationToken cancellationToken)
    {
        Workaround = form;
        return await FindKeyAsync(cancellationToken) is { } key
            ? await AnswerAsync(
                await record.HandleAsync(key, form.Text, Staff, cancellationToken), "Workaround.Text", "Told.Workaround", cancellationToken)
            : NotFound();
    }

    public async Task<IActionResult> OnPostLogAsync(
        [Bind(Prefix = "Work")] TicketForms.WorkForm form, [FromServices] LogWork log, CancellationToken cancellationToken)
    {
        Work = form;
        if (await FindKeyAsync(cancellationToken) is not { } key)
        {
            return NotFound();
        }

        if (!TryReadMoment(form.EndedAt, out var endedAt))
        {
            ModelState.AddModelError("Work.EndedAt", texts["Form.NotAMoment"]);
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(cancellationToken);
        }

        var logged = await log.HandleAsync(key, new WorkInput(form.Minutes ?? 0, form.Note ?? "", endedAt, form.Key), Staff, cancellationToken);
        RenewKey("Work.Key", logged.Refusal, () => form.Key = FormKey.New());
        var field = logged.Refusal switch
        {
            TextNotValid => "Work.Note",
            WorkInTheFuture or WorkBeforeOpening => "Work.EndedAt",
            _ => "Work.Minutes",
        };
        return await AnswerAsync(logged, field, "Told.Logged", cancellationToken);
    }

    public async Task<IActionResult> OnPostReverseAsync(
        [Bind(Prefix = "Reversal")] TicketForms.ReversalForm form, [FromServices] ReverseWorkLog reverse, CancellationToken cancellationToken) =>
        await FindKeyAsync(cancellationToken) is { } key
            ? await AnswerAsync(
                await reverse.HandleAsync(key, new WorkLogId(form.Id), form.Reason, Staff, cancellationToken), "", "Told.Reversed", cancellationToken)
            : NotFound();

    private async Task KeepFilesAsync(TicketKey key, TicketForms.ReplyForm form, UploadAttachment upload, CancellationToken cancellationToken)
    {
        foreach (var file in form.Files)
        {
            var kept = await upload.HandleAsync(key.AccountId, Staff.UserId, UploadedFile.Of(file), cancellationToken);
            if (kept.TryGet(out var attachment, out var refusal))
            {
                form.Attachments.Add(attachment.Id.Value);
            }
            else
            {
                ModelState.AddModelError("Reply.Files", words.Describe(refusal));
            }
        }
    }

    // A form whose key was used before for something else can be sent again as what it now is.
    private void RenewKey(string field, Refusal? refusal, Action renew)
    {
        if (refusal is not null)
        {
            ModelState.Remove(field);
            renew();
        }
    }

    private bool TryReadMoment(string? text, out Instant? at)
    {
        at = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var parsed = LocalMoment.Parse(text);
        at = parsed.Success ? parsed.Value.InZoneLeniently(zone.Zone).ToInstant() : null;
        return parsed.Success;
    }
}
