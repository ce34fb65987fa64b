using Microsoft.AspNetCore.Mvc;

namespace Storefront.Features.Status;

/// <summary>On every page, what goes on in the house's service; nothing where nothing does. It asks no database.</summary>
public sealed class StatusNoticeViewComponent(CurrentStatus current) : ViewComponent
{
    public IViewComponentResult Invoke() => View("/Features/Status/_StatusNotice.cshtml", current.Now);
}
