using Microsoft.AspNetCore.Mvc;
using Storefront.Features.Attachments;
using Storefront.Features.Templates;

namespace Storefront.Features.Desk;

/// <content>Templates, where no script inserts them.</content>
public sealed partial class TicketModel
{
    /// <summary>Shows the form again with the template's text below what was typed.</summary>
    public async Task<IActionResult> OnPostTemplateAsync(
        [Bind(Prefix = "Reply")] TicketForms.ReplyForm form,
        string? template,
        [FromServices] AnswerTemplates templates,
        [FromServices] UploadAttachment upload,
        CancellationToken cancellationToken)
    {
        Reply = form;
        if (await FindKeyAsync(cancellationToken) is not { } key)
        {
            return NotFound();
        }

        await KeepFilesAsync(key, form, upload, cancellationToken);
        if (await templates.WriteAsync(template, key, Staff, cancellationToken) is { } text)
        {
            form.Body = string.IsNullOrWhiteSpace(form.Body) ? text : $"{form.Body.TrimEnd()}\n\n{text}";
            ModelState.Remove("Reply.Body");
        }

        return await AgainAsync(cancellationToken);
    }
}
