using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;
using Storefront.Domain.Houses;
using Storefront.Domain.Shared;
using Storefront.Features.Accounts;
using Storefront.Features.Api;
using Storefront.Features.Tickets;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Attachments;

/// <summary>
/// Files by HTTP: uploaded before the message, input or proof that names them, by session or by a token that may write any of these; downloaded
/// by who may see what names them.
/// </summary>
public static class AttachmentEndpoints
{
    private const string FileField = "file";
    private const string ReadScope = "tickets:read";
    private const string StaffReadScope = "desk:read";

    private static readonly string[] WriteScopes = ["tickets:write", "projects:write", "billing:write"];
    private static readonly string[] StaffWriteScopes = ["desk:write"];

    // A form has more than the file: boundaries, names, a token.
    private const long FormOverhead = 64 * 1024;

    public static WebApplication MapAttachments(this WebApplication app)
    {
        var most = app.Services.GetRequiredService<Handbook>().Attachments.MaximumBytes + FormOverhead;
        var group = app.MapGroup("/attachments").RequireAuthorization(Policies.SignedIn);
        group.MapPost("", UploadAsync).DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(most));
        group.MapGet("{id:guid}", DownloadAsync);
        return app;
    }

    // The form is read here and not bound, so that a forged or oversized one is refused in the API's own way.
    private static async Task<IResult> UploadAsync(
        HttpContext context,
        CurrentViewer current,
        IAntiforgery antiforgery,
        UploadAttachment upload,
        TicketReader tickets,
        Handbook handbook,
        RefusalTexts texts,
        IStringLocalizer<AccountsTexts> accounts,
        CancellationToken cancellationToken)
    {
        var viewer = current.Viewer!;
        if (!(viewer.IsStaff ? StaffWriteScopes : WriteScopes).Any(viewer.HasScope))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (!context.Request.HasFormContentType)
        {
            return Refused(new AttachmentUploadNotValid(), texts);
        }

        if (context.Request.ContentLength > handbook.Attachments.MaximumBytes + FormOverhead)
        {
            return Refused(new AttachmentTooLarge(await UploadedFileName.ReadAsync(context, FileField, cancellationToken), handbook.Attachments.MaximumBytes), texts);
        }

        // What is sent in pieces does not say before how much it is.
        await using var body = new RememberedBody(context.Request.Body);
        context.Request.Body = body;
        try
        {
            if (viewer.Token is null && !await antiforgery.IsRequestValidAsync(context))
            {
                return FormAccount.IsOfAnother(context)
                    ? Results.Json(new { Message = accounts["Choose.UnsentText"].Value }, statusCode: StatusCodes.Status400BadRequest)
                    : Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            var options = new FormOptions { MultipartBodyLengthLimit = handbook.Attachments.MaximumBytes + FormOverhead };
            var form = await context.Request.ReadFormAsync(options, cancellationToken);
            if (form.Files is not [{ Name: FileField } file])
            {
                return Refused(new AttachmentUploadNotValid(), texts);
            }

            var account = await AccountOfAsync(viewer, form["ticket"], tickets, cancellationToken);
            var result = account.Refusal is { } refusal
                ? refusal
                : await upload.HandleAsync(account.Value, viewer.UserId, UploadedFile.Of(file), cancellationToken);
            return result.Match(Created, refused => Refused(refused, texts));
        }
        catch (Exception tooLarge) when (tooLarge is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }
            or InvalidDataException or AntiforgeryValidationException { InnerException: BadHttpRequestException or InvalidDataException })
        {
            var name = await UploadedFileName.FindAsync(context.Request.ContentType, body.Beginning(), FileField, cancellationToken);
            return Refused(new AttachmentTooLarge(name, handbook.Attachments.MaximumBytes), texts);
        }
    }

    private static async Task<IResult> DownloadAsync(
        Guid id, HttpContext context, CurrentViewer current, AttachmentReader reader, CancellationToken cancellationToken)
    {
        var viewer = current.Viewer!;
        if (!viewer.HasScope(viewer.IsStaff ? StaffReadScope : ReadScope))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await reader.FindAsync(new AttachmentId(id), viewer, cancellationToken) is not { } attachment)
        {
            return Results.NotFound();
        }

        return await SendAsync(attachment, context, reader, cancellationToken);
    }

    /// <summary>Sends a file to whoever was found to have a right to it: to be kept, never to be shown.</summary>
    internal static async Task<IResult> SendAsync(Attachment attachment, HttpContext context, AttachmentReader reader, CancellationToken cancellationToken)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "private, no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentDisposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment).WithName(attachment.FileName);
        context.Response.ContentType = attachment.ContentType;
        context.Response.ContentLength = attachment.Size;
        await reader.CopyToAsync(attachment, context.Response.Body, cancellationToken);
        return Results.Empty;
    }

    /// <summary>The account a file is for: the customer's own or, for staff, that of the ticket whose number is given.</summary>
    private static async Task<Result<AccountId>> AccountOfAsync(Viewer viewer, string? ticket, TicketReader tickets, CancellationToken cancellationToken)
    {
        if (!viewer.IsStaff || viewer.AccountId is not null)
        {
            return viewer.WritableAccount();
        }

        return int.TryParse(ticket, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && await tickets.FindForStaffAsync(number, cancellationToken) is { } key
                ? key.AccountId
                : new NotFound("ticket");
    }

    private static IResult Created(Attachment attachment) => Results.Json(
        new { id = attachment.Id.Value, attachment.FileName, attachment.ContentType, attachment.Size },
        statusCode: StatusCodes.Status201Created);

    private static IResult Refused(Refusal refusal, RefusalTexts texts) => Results.Json(
        new { refusal.Code, Message = texts.Describe(refusal) },
        statusCode: refusal switch
        {
            NotFound => StatusCodes.Status404NotFound,
            ReadOnlyMember => StatusCodes.Status403Forbidden,
            AttachmentTooLarge => StatusCodes.Status413PayloadTooLarge,
            AttachmentTypeNotAllowed or AttachmentContentMismatch => StatusCodes.Status415UnsupportedMediaType,
            _ => StatusCodes.Status400BadRequest,
        });

    private static string WithName(this ContentDispositionHeaderValue disposition, string name)
    {
        disposition.SetHttpFileName(name);
        return disposition.ToString();
    }
}
