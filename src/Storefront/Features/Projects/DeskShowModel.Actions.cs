using Microsoft.AspNetCore.Mvc;
using Storefront.Domain.Shared;
using Storefront.Features.Projects.Access;
using Storefront.Features.Projects.Requests;
using Storefront.Features.Projects.Steps;
using Storefront.Features.Shared.Formatting;

namespace Storefront.Features.Projects;

/// <content>What staff do: one action a form.</content>
public sealed partial class DeskShowModel
{
    public Task<IActionResult> OnPostAcceptAsync(int number, DeskProjectForm form, [FromServices] AcceptInput accept, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => accept.HandleAsync(key, form.Input ?? "", Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(int number, DeskProjectForm form, [FromServices] ReturnInput back, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => back.HandleAsync(key, form.Input ?? "", form.Text, Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostVerifyAsync(int number, DeskProjectForm form, [FromServices] VerifyInputs verify, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => verify.HandleAsync(key, Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostStartTaskAsync(int number, DeskProjectForm form, [FromServices] StartTask start, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => start.HandleAsync(key, form.Task ?? "", Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostFinishTaskAsync(int number, DeskProjectForm form, [FromServices] FinishTask finish, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => finish.HandleAsync(key, form.Task ?? "", Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAddTaskAsync(int number, DeskProjectForm form, [FromServices] AddTask add, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => add.HandleAsync(key, form.Stage ?? "", form.Title, Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostFinishAsync(int number, DeskProjectForm form, [FromServices] FinishStage finish, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => finish.HandleAsync(key, form.Stage ?? "", Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostCorrectedAsync(int number, DeskProjectForm form, [FromServices] FinishCorrections corrected, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => corrected.HandleAsync(key, form.Text, Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAnnounceAsync(int number, DeskProjectForm form, [FromServices] AnnounceDay announce, CancellationToken cancellationToken)
    {
        var day = DayOf(form) ?? default;
        return ActAsync(number, form, key => announce.HandleAsync(key, form.Stage ?? "", day, form.Text, Staff, cancellationToken), cancellationToken);
    }

    public Task<IActionResult> OnPostBookAsync(int number, DeskProjectForm form, [FromServices] BookProjectMeeting book, CancellationToken cancellationToken)
    {
        var at = InstantOf(form) ?? default;
        return ActAsync(number, form, key => book.HandleAsync(key, form.Stage ?? "", at, form.Minutes, Staff, cancellationToken), cancellationToken);
    }

    public Task<IActionResult> OnPostSalesAsync(int number, DeskProjectForm form, [FromServices] SendToSales send, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => send.HandleAsync(key, form.Text, Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(int number, DeskProjectForm form, [FromServices] ResumeProject resume, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => resume.HandleAsync(key, form.Text, Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDocumentAsync(int number, DeskProjectForm form, [FromServices] AddDocument add, CancellationToken cancellationToken) => ActAsync(
        number,
        form,
        async key =>
        {
            Kept = await files.KeepAsync(key.AccountId, Staff.UserId, form.Kept, form.Files, ModelState, "document", cancellationToken);
            List<AttachmentId> wanted = [.. Kept.Select(file => file.Id).Concat(form.Kept.Select(id => new AttachmentId(id))).Distinct()];
            return await add.HandleAsync(key, new AddDocumentInput(form.Kind, form.Title, form.Text, form.Address, form.Items, wanted, form.Key), Staff, cancellationToken);
        },
        cancellationToken);

    public Task<IActionResult> OnPostItemAsync(int number, DeskProjectForm form, [FromServices] FinishListItem finish, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => finish.HandleAsync(key, new ProjectListItemId(form.Item), Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAccessAsync(int number, DeskProjectForm form, [FromServices] HandOverAccess hand, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        return ActAsync(
            number,
            form,
            key => hand.HandleAsync(key, new AccessInput(form.Title, form.Address, form.UserName, form.Secret, form.Key), form.Completes, Staff, cancellationToken),
            cancellationToken);
    }

    public Task<IActionResult> OnPostAnswerAsync(int number, DeskProjectForm form, [FromServices] AnswerRequest answer, CancellationToken cancellationToken) => ActAsync(
        number,
        form,
        key => answer.HandleAsync(
            key,
            new AnswerRequestInput(new ProjectRequestId(form.Request), form.Text, form.Evidence is { } evidence ? new ProjectListItemId(evidence) : null),
            Staff,
            cancellationToken),
        cancellationToken);

    public Task<IActionResult> OnPostQuoteAsync(int number, DeskProjectForm form, [FromServices] QuoteRequest quote, CancellationToken cancellationToken) => ActAsync(
        number,
        form,
        async key =>
        {
            if (await reader.FindForStaffAsync(number, cancellationToken) is not { } found)
            {
                return new NotFound("project");
            }

            return Money.TryParseDecimal(AmountText.Read(form.Amount, found.View.State.Total.Currency), found.View.State.Total.Currency, out var amount)
                ? await quote.HandleAsync(
                    key, new QuoteRequestInput(new ProjectRequestId(form.Request), amount, form.Text, form.Titles, form.BusinessDays), Staff, cancellationToken)
                : new ProjectQuoteNotValid(found.View.State.Total.Currency.Code, QuoteRequest.MostTasks);
        },
        cancellationToken);

    public Task<IActionResult> OnPostBeginAsync(int number, DeskProjectForm form, [FromServices] BeginExtraWork begin, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => begin.HandleAsync(key, new ProjectRequestId(form.Request), Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDoneAsync(int number, DeskProjectForm form, [FromServices] FinishRequest finish, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => finish.HandleAsync(key, new ProjectRequestId(form.Request), Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostConciliateAsync(int number, DeskProjectForm form, [FromServices] Conciliate conciliate, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => conciliate.HandleAsync(key, new ProjectRequestId(form.Request), form.Text, Staff, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostNoteAsync(int number, DeskProjectForm form, [FromServices] AddProjectNote add, CancellationToken cancellationToken) =>
        ActAsync(number, form, key => add.HandleAsync(key, form.Text, Staff, cancellationToken), cancellationToken);
}
