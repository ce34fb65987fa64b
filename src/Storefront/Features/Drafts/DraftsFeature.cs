using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Hosting.Viewers;

namespace Storefront.Features.Drafts;

/// <summary>What is typed on a ticket and not sent yet.</summary>
public static class DraftsFeature
{
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddSingleton<DraftStore>()
        .AddSingleton<NewTicketDrafts>()
        .Configure<RazorPagesOptions>(options => options.Conventions.AuthorizeFolder("/Drafts", Policies.SignedIn));
}
