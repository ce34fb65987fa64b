using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;

namespace Storefront.Features.Faq;

/// <summary>FLU-26: the house's questions and answers by topic.</summary>
public sealed class IndexModel(Handbook handbook) : PageModel
{
    public IReadOnlyList<FaqTopic> Topics => handbook.Faq;

    /// <summary>Where to turn to with what is not answered here (COM-09).</summary>
    public HouseContacts Contacts => handbook.House.Contacts;
}
