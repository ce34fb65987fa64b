using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary>
/// <c>&lt;error-summary /&gt;</c>: what is wrong with a form, at its top, each fault leading to its field. Nothing when nothing is wrong.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<SharedTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value?.Errors.Select(error => (entry.Key, error.ErrorMessage)) ?? [])
            .Distinct()
            .OrderBy(fault => PlaceOf(fault.Key))
            .ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        var title = new TagBuilder("h2");
        title.InnerHtml.Append(texts["Form.Faults"]);
        output.Content.AppendHtml(title);
        var list = new TagBuilder("ul");
        foreach (var (field, message) in faults)
        {
            // "Write something" three times does not say what.
            var isAmbiguous = faults.Count(fault => fault.ErrorMessage == message) > 1;
            list.InnerHtml.AppendHtml(Item(field, isAmbiguous && NameOf(field) is { } name ? texts["Form.FaultOf", name, message].Value : message));
        }

        output.Content.AppendHtml(list);
    }

    private string? NameOf(string field) => PropertiesOf(field) is [.., var property] ? property.DisplayName : null;

    // As the form's class lists its fields, which is as the form shows them; what belongs to no field comes last.
    private int PlaceOf(string field) => PropertiesOf(field) is [.., { ContainerMetadata.Properties: var all } property]
        ? all.TakeWhile(other => other.PropertyName != property.PropertyName).Count()
        : int.MaxValue;

    private List<ModelMetadata> PropertiesOf(string field)
    {
        var path = new List<ModelMetadata>();
        for (var (at, names) = (ViewContext.ViewData.ModelMetadata, field.Split('.')); path.Count < names.Length;)
        {
            if (at.Properties.FirstOrDefault(property => property.PropertyName == names[path.Count]) is not { } next)
            {
                return [];
            }

            path.Add(next);
            at = next;
        }

        return path;
    }

    private static TagBuilder Item(string field, string message)
    {
        var item = new TagBuilder("li");
        if (field.Length == 0)
        {
            item.InnerHtml.Append(message);
            return item;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = $"#{TagBuilder.CreateSanitizedId(field, "_")}";
        link.InnerHtml.Append(message);
        item.InnerHtml.AppendHtml(link);
        return item;
    }
}
