using Storefront.Domain.Projects;

namespace Storefront.Domain.Houses.Reading;

/// <summary>A stage of a project, and what of it contradicts itself.</summary>
internal static class StageSection
{
    private static readonly StageEnd[] CustomersOwn =
        [StageEnd.OrderPlaced, StageEnd.Payment, StageEnd.InputsGiven, StageEnd.Approval, StageEnd.FullPayment, StageEnd.Authorisation];

    private static readonly StageEnd[] HousesOwn = [StageEnd.InputsAccepted, StageEnd.Access];

    public static ProjectStage Read(ObjectReader reader)
    {
        var stage = new ProjectStage(
            reader.Key("key"),
            reader.Localized("name"),
            reader.Localized("description"),
            reader.Choice<StageOwner>("owner"),
            reader.OptionalTexts("after"),
            reader.OptionalChoiceList<StageNeed>("needs"),
            reader.OptionalObject("within", "stageTime", ReadTime),
            reader.OptionalObject("notices", "stageNotices", notice => new StageNotices(notice.Integer("count", 1, 10), notice.Integer("businessDays", 1, 60))),
            reader.OptionalInteger("alertBusinessDays", 1, 60))
        {
            End = reader.OptionalChoice<StageEnd>("end") ?? default,
            Start = reader.OptionalChoice<StageStart>("start") ?? default,
            SuspensionEnd = reader.OptionalChoice<SuspensionEnd>("suspensionEnd") ?? default,
            Corrections = reader.OptionalObject("corrections", "stageTime", ReadTime),
            MeetingMinutes = reader.OptionalInteger("meetingMinutes", 1, 1440),
            MakesItems = reader.OptionalFlag("makesItems") ?? false,
        };
        reader.Refers("after", "stage");
        CheckReminders(reader, stage);
        CheckEnd(reader, stage);
        return stage;
    }

    private static void CheckReminders(ObjectReader reader, ProjectStage stage)
    {
        foreach (var reminder in (ReadOnlySpan<string>)["notices", "alertBusinessDays"])
        {
            if (reader.Has(reminder) && !reader.Has("within"))
            {
                reader.Problem(reminder, $"'{reminder}' follows the time in 'within', which this stage has not.");
            }
        }

        if (!reader.Ok("owner") || stage.Owner == StageOwner.Customer)
        {
            return;
        }

        if (reader.Has("notices"))
        {
            reader.Problem("notices", "Notices remind the customer, and this stage is the house's own.");
        }

        if (reader.Has("alertBusinessDays") && reader.Has("within"))
        {
            reader.Problem("alertBusinessDays", "A project is suspended for want of the customer's answer, and this stage is the house's own.");
        }
    }

    private static void CheckEnd(ObjectReader reader, ProjectStage stage)
    {
        if (!reader.Ok("owner") || (reader.Has("end") && !reader.Ok("end")))
        {
            return;
        }

        var end = ObjectReader.UpperSnake($"{stage.End}");
        StageOwner? only = CustomersOwn.Contains(stage.End) ? StageOwner.Customer
            : HousesOwn.Contains(stage.End) ? StageOwner.House
            : stage.End == StageEnd.Time ? StageOwner.Nobody
            : null;
        if ((only is { } owner && owner != stage.Owner) || (only is null && stage.Owner == StageOwner.Nobody))
        {
            reader.Problem("owner", $"A stage of {ObjectReader.UpperSnake($"{stage.Owner}")} that ends with {end} never ends.");
        }
        else if (stage.End == StageEnd.Time && stage.Within is null)
        {
            reader.Problem("end", "A stage that ends with TIME and has no 'within' never ends.");
        }

        foreach (var (property, needed) in (ReadOnlySpan<(string, StageEnd)>)[("corrections", StageEnd.Approval), ("meetingMinutes", StageEnd.Meeting), ("makesItems", StageEnd.Done)])
        {
            if (reader.Has(property) && stage.End != needed)
            {
                reader.Problem(property, $"'{property}' belongs to a stage that ends with {ObjectReader.UpperSnake($"{needed}")}, and this one ends with {end}.");
            }
        }

        if (reader.Has("suspensionEnd") && !reader.Has("alertBusinessDays"))
        {
            reader.Problem("suspensionEnd", "'suspensionEnd' follows 'alertBusinessDays', which this stage has not.");
        }
    }

    private static StageTime ReadTime(ObjectReader reader)
    {
        var unit = reader.Choice<StageUnit>("unit");
        var amount = reader.OptionalInteger("amount", 1, 365);
        var byPackage = unit == StageUnit.PackageDelivery;
        if (reader.Ok("unit") && byPackage && reader.Has("amount"))
        {
            reader.Problem("amount", "The package says how many days, so there is no amount here.");
        }
        else if (reader.Ok("unit") && !byPackage && !reader.Has("amount"))
        {
            reader.Problem("unit", $"A time in {ObjectReader.UpperSnake(unit.ToString())} needs an 'amount'.");
        }

        return new StageTime(unit, byPackage ? 0 : amount ?? 0);
    }
}
