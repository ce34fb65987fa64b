using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Storefront.Domain.Houses;

namespace Storefront.Features.Attachments;

/// <summary>Lets the forms of a page carry as many files as one message takes.</summary>
public static class FormFilesLimits
{
    // What else is in the form.
    private const long Overhead = 1024 * 1024;

    public static PageConventionCollection TakesFiles(this PageConventionCollection conventions, string page, AttachmentPolicy policy)
    {
        var most = (policy.MaximumBytes * policy.MaximumPerMessage) + Overhead;
        conventions.AddPageApplicationModelConvention(page, model =>
        {
            model.Filters.Add(new RequestSizeLimitAttribute(most));
            model.Filters.Add(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = most });
        });
        return conventions;
    }
}
