using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Features.Attachments;

/// <summary>The file has more bytes than the house takes.</summary>
/// <param name="FileName">The file.</param>
/// <param name="MaximumBytes">The most that is taken, inclusive.</param>
public sealed record AttachmentTooLarge(string FileName, long MaximumBytes) : Refusal
{
    public override string Code => "ATTACHMENT_TOO_LARGE";
}

/// <summary>The file has no bytes.</summary>
/// <param name="FileName">The file.</param>
public sealed record AttachmentEmpty(string FileName) : Refusal
{
    public override string Code => "ATTACHMENT_EMPTY";
}

/// <summary>The house takes no files of that extension.</summary>
/// <param name="FileName">The file.</param>
/// <param name="Allowed">The extensions that are taken, with their dots.</param>
public sealed record AttachmentTypeNotAllowed(string FileName, ImmutableArray<string> Allowed) : Refusal
{
    public override string Code => "ATTACHMENT_TYPE_NOT_ALLOWED";
}

/// <summary>The file's content is not what its extension says.</summary>
/// <param name="FileName">The file.</param>
public sealed record AttachmentContentMismatch(string FileName) : Refusal
{
    public override string Code => "ATTACHMENT_CONTENT_MISMATCH";
}

/// <summary>More files than one message takes, or more uploaded files that wait for one.</summary>
/// <param name="Maximum">How many it takes.</param>
public sealed record TooManyAttachments(int Maximum) : Refusal
{
    public override string Code => "TOO_MANY_ATTACHMENTS";
}

/// <summary>The request is not a form with one file in the field that is meant for it.</summary>
public sealed record AttachmentUploadNotValid : Refusal
{
    public override string Code => "ATTACHMENT_UPLOAD_NOT_VALID";
}
