using Storefront.Store;

namespace Storefront.Features.Attachments;

/// <summary>Files that customers and staff send with their messages.</summary>
public static class AttachmentsFeature
{
    public static IServiceCollection AddAttachments(this IServiceCollection services)
    {
        services.AddSingleton<AttachmentBinding>();
        services.AddSingleton<AttachmentReader>();
        services.AddSingleton<UploadAttachment>();
        services.AddScoped<FormFiles>();
        services.AddDueWork<SweepAttachment>(UploadAttachment.SweepKind);
        return services;
    }
}
