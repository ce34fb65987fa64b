using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Storefront.Features.Shared.TagHelpers;

/// <summary>
/// Ties a field that is wrong to its message for those who hear the page: <c>aria-invalid</c> and <c>aria-describedby</c> on the field,
/// the id on the message.
/// </summary>
[HtmlTargetElement("input", Attributes = ForName)]
[HtmlTargetElement("select", Attributes = ForName)]
[HtmlTargetElement("textarea", Attributes = ForName)]
[HtmlTargetElement("span", Attributes = MessageForName)]
public sealed class FieldTagHelper : TagHelper
{
    private const string ForName = "asp-for";
    private const string MessageForName = "asp-validation-for";

    // After the framework's own, which write class and id.
    public override int Order => 1000;

    [HtmlAttributeName(ForName)]
    public ModelExpression? For { get; set; }

    [HtmlAttributeName(MessageForName)]
    public ModelExpression? MessageFor { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if ((For ?? MessageFor) is not { } expression)
        {
            return;
        }

        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(expression.Name);
        var messageId = $"{TagBuilder.CreateSanitizedId(name, "_")}-error";
        if (For is null)
        {
            output.Attributes.SetAttribute("id", messageId);
        }
        else if (ViewContext.ViewData.ModelState.GetFieldValidationState(name) == ModelValidationState.Invalid)
        {
            var described = output.Attributes["aria-describedby"]?.Value;
            output.Attributes.SetAttribute("aria-invalid", "true");
            output.Attributes.SetAttribute("aria-describedby", described is null ? messageId : $"{described} {messageId}");
        }
    }
}
