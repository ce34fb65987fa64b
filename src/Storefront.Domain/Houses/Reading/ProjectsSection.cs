using System.Collections.Immutable;
using Storefront.Domain.Projects;

namespace Storefront.Domain.Houses.Reading;

/// <summary>How what is bought once is made.</summary>
internal static class ProjectsSection
{
    public static ImmutableArray<ProjectTemplate> Read(ObjectReader document)
    {
        var projects = document.OptionalList("projects", "projectTemplate", ReadTemplate, least: 1);
        document.Unique("projects", "key");
        document.Declare("project", "projects");
        return projects;
    }

    private static ProjectTemplate ReadTemplate(ObjectReader reader)
    {
        var key = reader.Key("key");
        var name = reader.Localized("name");
        var revisions = reader.Integer("revisions", 0, 20);
        var inputs = reader.List("inputs", "projectInput", input => new ProjectInput(input.Key("key"), input.Localized("name")), least: 0);
        reader.Unique("inputs", "key");
        reader.Declare("stage", "stages");
        var stages = reader.List("stages", "projectStage", ReadStage);
        reader.Unique("stages", "key");
        if (reader.Ok("stages"))
        {
            CheckEveryStageBegins(reader, stages);
        }

        return new ProjectTemplate(key, name, revisions, inputs, stages);
    }

    private static ProjectStage ReadStage(ObjectReader reader)
    {
        var key = reader.Key("key");
        var name = reader.Localized("name");
        var description = reader.Localized("description");
        var owner = reader.Choice<StageOwner>("owner");
        var after = reader.OptionalTexts("after");
        reader.Refers("after", "stage");
        var needs = reader.OptionalChoiceList<StageNeed>("needs");
        var within = reader.OptionalObject("within", "stageTime", ReadTime);
        var notices = reader.OptionalObject("notices", "stageNotices", notice =>
            new StageNotices(notice.Integer("count", 1, 10), notice.Integer("businessDays", 1, 60)));
        var alert = reader.OptionalInteger("alertBusinessDays", 1, 60);
        foreach (var reminder in (ReadOnlySpan<string>)["notices", "alertBusinessDays"])
        {
            if (reader.Has(reminder) && !reader.Has("within"))
            {
                reader.Problem(reminder, $"'{reminder}' follows the time in 'within', which this stage has not.");
            }
        }

        if (reader.Ok("owner") && owner == StageOwner.House && reader.Has("notices"))
        {
            reader.Problem("notices", "Notices remind the customer, and this stage is the house's own.");
        }

        return new ProjectStage(key, name, description, owner, after, needs, within, notices, alert);
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

    /// <summary>Stages that wait for one another in a ring would never begin.</summary>
    private static void CheckEveryStageBegins(ObjectReader reader, ImmutableArray<ProjectStage> stages)
    {
        HashSet<string> over = [];
        while (stages.FirstOrDefault(stage => !over.Contains(stage.Key) && stage.After.All(over.Contains)) is { } next)
        {
            over.Add(next.Key);
        }

        for (var index = 0; index < stages.Length; index++)
        {
            if (!over.Contains(stages[index].Key))
            {
                reader.ProblemAt("stages", index, $"The stage '{stages[index].Key}' never begins: it waits for one that waits for it.", "after");
            }
        }
    }
}
