using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Features.Errors;

namespace Storefront.Hosting.Viewers;

/// <summary>
/// After authorization: a customer who looks at no account, since it belongs to none or was taken out of the one it had chosen, chooses before it
/// sees a page of an account or sends a form to one.
/// </summary>
internal sealed class AccountChoice(RequestDelegate next)
{
    /// <summary>Where an account is chosen, and said that the form just sent was not taken.</summary>
    public const string PageAfterForm = $"{Page}?unsent=true";

    private const string Page = "/account/choose";

    public Task InvokeAsync(HttpContext context, CurrentViewer current)
    {
        if (current.Viewer is not { IsStaff: false, AccountId: null } || context.GetEndpoint() is not { } endpoint || !IsOfAccount(endpoint.Metadata))
        {
            return next(context);
        }

        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Redirect(Page);
        }
        else if (ErrorPages.WantsPage(context))
        {
            context.Response.Redirect(PageAfterForm);
        }
        else
        {
            // A script would follow to the page, and take that for what it sent being saved.
            context.Response.StatusCode = StatusCodes.Status409Conflict;
        }

        return Task.CompletedTask;
    }

    private static bool IsOfAccount(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<PageActionDescriptor>() is not null
        && metadata.GetMetadata<IAllowAnonymous>() is null
        && metadata.GetMetadata<WithoutAccountAttribute>() is null
        && metadata.GetOrderedMetadata<IAuthorizeData>().Any(asked => asked.Policy == Policies.SignedIn);
}
