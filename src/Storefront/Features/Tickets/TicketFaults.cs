using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Storefront.Domain.Shared;
using Storefront.Domain.Tickets;
using Storefront.Features.Api;

namespace Storefront.Features.Tickets;

/// <summary>Puts refusals of ticket actions beside the fields of a form that they are about.</summary>
public sealed class TicketFaults(IStringLocalizer<TicketsTexts> texts, RefusalTexts refusals)
{
    /// <param name="faults">The form's.</param>
    /// <param name="refusal">What the action said.</param>
    /// <param name="prefix">The name under which the form's fields are bound.</param>
    public void Add(ModelStateDictionary faults, Refusal refusal, string prefix = "Input")
    {
        switch (refusal)
        {
            case TextNotValid text:
                foreach (var fault in text.Faults)
                {
                    faults.AddModelError(
                        $"{prefix}.{char.ToUpperInvariant(fault.Field[0])}{fault.Field[1..]}", texts[$"Text.{fault.Kind}", fault.Length, fault.MaxLength]);
                }

                break;
            case UnknownTicketKind:
                faults.AddModelError($"{prefix}.Kind", refusals.Describe(refusal));
                break;
            case ClassAnswersMissing:
                faults.AddModelError($"{prefix}.Urgency", refusals.Describe(refusal));
                break;
            case UnknownPlatform:
                faults.AddModelError($"{prefix}.Platform", refusals.Describe(refusal));
                break;
            case UnknownAddOn:
                faults.AddModelError($"{prefix}.Kind", refusals.Describe(refusal));
                break;
            case NoPeriodToScheduleFor:
                faults.AddModelError($"{prefix}.Schedule", refusals.Describe(refusal));
                break;
            default:
                faults.AddModelError("", refusals.Describe(refusal));
                break;
        }
    }
}
