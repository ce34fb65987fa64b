using System.Collections.Immutable;
using Storefront.Domain.Projects;

namespace Storefront.Domain.Houses.Reading;

/// <summary>Whether every stage of a template can begin and end: a project that cannot be finished is not sold.</summary>
internal static class TemplateCheck
{
    public static void Run(ObjectReader reader, ProjectTemplate template)
    {
        if (!EveryStageBegins(reader, template.Stages))
        {
            return;
        }

        CheckInputs(reader, template);
        CheckApprovals(reader, template);
        CheckOnce(reader, template.Stages, stage => stage.Within?.Unit == StageUnit.PackageDelivery, "within", "The package's time is one stage's only");
        CheckOnce(reader, template.Stages, stage => stage.MakesItems, "makesItems", "The package's items are one stage's only");
        if (template.CompletionKey is { } completion && template.Stages.Any(stage => stage.Key == completion)
            && template.Stages.Any(stage => stage.Key == template.DeliveryKey) && !template.PathTo(completion).Contains(template.DeliveryKey))
        {
            reader.Problem("completion", $"The stage '{completion}' does not come after '{template.DeliveryKey}', so the project would be completed before it is delivered.");
        }
    }

    /// <summary>What waits for the whole payment never begins when the rest is asked for only after it.</summary>
    public static void CheckBalance(ObjectReader document, ImmutableArray<ProjectTemplate> templates, ImmutableArray<Package> packages)
    {
        for (var index = 0; index < templates.Length; index++)
        {
            var template = templates[index];
            if (!packages.Any(package => package.ProjectKey == template.Key && package.Parts.Any(part => part.Due == PartDue.Delivery)))
            {
                continue;
            }

            var before = template.PathTo(template.DeliveryKey);
            if (template.Stages.FirstOrDefault(stage =>
                before.Contains(stage.Key) && (stage.Needs.Contains(StageNeed.FullPayment) || stage.End == StageEnd.FullPayment)) is { } stuck)
            {
                document.ProblemAt(
                    "projects",
                    index,
                    $"The stage '{stuck.Key}' waits for the whole payment, the rest of which is asked for only after '{template.DeliveryKey}', which waits for it: the project never ends.",
                    "stages");
            }
        }
    }

    /// <summary>Stages that wait for one another in a ring would never begin.</summary>
    private static bool EveryStageBegins(ObjectReader reader, ImmutableArray<ProjectStage> stages)
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

        return over.Count == stages.Select(stage => stage.Key).Distinct(StringComparer.Ordinal).Count();
    }

    private static void CheckInputs(ObjectReader reader, ProjectTemplate template)
    {
        var stages = template.Stages;
        CheckOnce(reader, stages, stage => stage.End == StageEnd.InputsGiven, "end", "Inputs are given in one stage only");
        CheckOnce(reader, stages, stage => stage.End == StageEnd.InputsAccepted, "end", "Inputs are checked in one stage only");
        for (var index = 0; index < stages.Length; index++)
        {
            if (stages[index].End is not (StageEnd.InputsGiven or StageEnd.InputsAccepted))
            {
                continue;
            }

            if (template.Inputs.IsEmpty)
            {
                reader.ProblemAt("stages", index, "The template asks for no inputs, so there are none to wait for.", "end");
            }
            else if (stages[index].End == StageEnd.InputsAccepted
                && !stages.Any(given => given.End == StageEnd.InputsGiven && template.PathTo(stages[index].Key).Contains(given.Key)))
            {
                reader.ProblemAt("stages", index, $"The stage '{stages[index].Key}' never ends: it comes after no stage in which inputs are given.", "end");
            }
        }
    }

    private static void CheckApprovals(ObjectReader reader, ProjectTemplate template)
    {
        for (var index = 0; index < template.Stages.Length; index++)
        {
            var stage = template.Stages[index];
            if (stage.End is StageEnd.Approval && stage.After.IsEmpty)
            {
                reader.ProblemAt("stages", index, $"The stage '{stage.Key}' comes first, so there is nothing to approve.", "end");
            }
        }
    }

    private static void CheckOnce(
        ObjectReader reader, ImmutableArray<ProjectStage> stages, Func<ProjectStage, bool> matches, string property, string message)
    {
        for (var index = stages.IndexOf(stages.FirstOrDefault(matches)!) + 1; index > 0 && index < stages.Length; index++)
        {
            if (matches(stages[index]))
            {
                reader.ProblemAt("stages", index, $"{message}, and '{stages.First(matches).Key}' is that.", property);
            }
        }
    }
}
