using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Storefront.Features.Errors;

namespace Storefront.Hosting.Viewers;

/// <summary>Leads who sent a form of another account to where it chooses one, instead of telling it that the form was forged.</summary>
internal sealed class FormOfAnotherAccount : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && FormAccount.IsOfAnother(context.HttpContext) && ErrorPages.WantsPage(context.HttpContext))
        {
            context.Result = new RedirectResult(AccountChoice.PageAfterForm);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
