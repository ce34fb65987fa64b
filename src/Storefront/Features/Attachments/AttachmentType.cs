using NodaTime;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.Hosting;

namespace Storefront.Features.Attachments;

/// <summary>A file of a message. It is uploaded by `POST /attachments`, whose answer names its id.</summary>
[ObjectType<Attachment>("Attachment")]
public static class AttachmentType
{
    public static void Configure(IObjectTypeDescriptor<Attachment> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(file => file.FileName);
        descriptor.Field(file => file.ContentType);
    }

    /// <summary>The id by which mutations name it.</summary>
    [ID]
    public static Guid Id([Parent] Attachment file) => file.Id.Value;

    /// <summary>Length in bytes.</summary>
    public static long Size([Parent] Attachment file) => file.Size;

    /// <summary>When it was uploaded.</summary>
    public static Instant UploadedAt([Parent] Attachment file) => file.UploadedAt;

    /// <summary>Where it can be downloaded, by the same session or token.</summary>
    public static Uri Url([Parent] Attachment file, OwnAddress address) => address.To($"attachments/{file.Id}");
}
