using Microsoft.AspNetCore.Mvc.RazorPages;
using Storefront.Domain.Houses;

namespace Storefront.Features.Faq;

/// <summary>FLU-26: the house's questions and answers by topic.</summary>
public sealed class IndexModel(Handbook handbook) : PageModel
{
    public IReadOnlyList<FaqTopic> Topics => handbook.Faq;
}
