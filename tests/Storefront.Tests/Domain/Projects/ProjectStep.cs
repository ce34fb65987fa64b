using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;

namespace Storefront.Tests.Domain.Projects;

/// <summary>What somebody tries to do to a project, some time after the last thing; much of it is refused.</summary>
/// <param name="What">Which thing, from 0 to <see cref="Kinds"/>, exclusive.</param>
/// <param name="Which">Of which stage, input or task.</param>
/// <param name="Minutes">After how long.</param>
internal sealed record ProjectStep(int What, int Which, int Minutes)
{
    public const int Kinds = 16;

    /// <summary>Short and long waits, so that deadlines are met, missed, and hit to the minute.</summary>
    public static Gen<ProjectStep> Any { get; } =
        from what in Gen.Choose(0, Kinds - 1)
        from which in Gen.Choose(0, 40)
        from minutes in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 300), Gen.Elements(1440, 2880, 4320), Gen.Choose(0, 10 * 1440))
        select new ProjectStep(what, which, minutes);

    public override string ToString() => $"({What}, {Which}, {Minutes})";

    public Result<ProjectChange> Take(ProjectTerms terms, ProjectState project, Instant now)
    {
        var stage = project.Stages[Which % project.Stages.Length].Key;
        var input = project.Inputs.IsEmpty ? "none" : project.Inputs[Which % project.Inputs.Length].Key;
        var task = project.Tasks.IsEmpty ? "none" : project.Tasks[Which % project.Tasks.Length].Key;
        return What switch
        {
            0 => ProjectRules.Pay(terms, project, project.Total.MultiplyByFraction(Which, 40), now),
            1 => ProjectRules.Pay(terms, project, project.Total, now),
            2 or 3 => ProjectRules.GiveInput(terms, project, input, "Somewhere", now),
            4 => ProjectRules.AcceptInput(terms, project, input, now),
            5 => ProjectRules.ReturnInput(terms, project, input, "Not this one", now),
            6 => ProjectRules.Finish(terms, project, stage, StageOwner.House, now),
            7 => ProjectRules.Finish(terms, project, stage, StageOwner.Customer, now),
            8 => ProjectRules.Approve(terms, project, now),
            9 => ProjectRules.AskRevision(terms, project, "Something else", now),
            10 => ProjectRules.FinishCorrections(terms, project, now),
            11 => ProjectRules.Authorise(terms, project, now),
            12 => ProjectRules.Book(terms, project, stage, now + Duration.FromMinutes(Which * 60), 30, now),
            13 => Which % 8 == 0 ? ProjectRules.SendToSales(terms, project, "More", now) : ProjectRules.Resume(terms, project, now),
            14 => ProjectRules.EndUnpaid(terms, project, Which % 2 == 0 ? SuspensionCause.OrderExpired : SuspensionCause.OrderWithdrawn, now),
            _ => ProjectRules.FinishTask(terms, project, task, now),
        };
    }
}
