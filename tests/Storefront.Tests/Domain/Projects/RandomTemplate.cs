using FsCheck;
using FsCheck.Fluent;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;
using Storefront.Tests.Domain.Houses;

namespace Storefront.Tests.Domain.Projects;

/// <summary>Templates as a handbook could have them and none of the houses has: every kind of stage, in any order that the loader lets through.</summary>
internal static class RandomTemplate
{
    private static readonly StageEnd[] Ends =
        [StageEnd.Done, StageEnd.Payment, StageEnd.Approval, StageEnd.Access, StageEnd.Meeting, StageEnd.Authorisation, StageEnd.FullPayment, StageEnd.Time];

    public static Gen<ProjectTerms> Any { get; } =
        from seeds in Gen.ArrayOf(Gen.Choose(0, int.MaxValue - 1), 7)
        from inputs in Gen.Choose(0, 2)
        from revisions in Gen.Choose(0, 2)
        from completion in Gen.Choose(0, 1)
        select Terms(seeds, inputs, revisions, completion == 1);

    private static ProjectTerms Terms(int[] seeds, int inputs, int revisions, bool completesEarly)
    {
        var stages = new List<ProjectStage>();
        foreach (var seed in seeds)
        {
            var end = inputs > 0 && stages.Count == 1 ? StageEnd.InputsGiven
                : inputs > 0 && stages.Count == 3 ? StageEnd.InputsAccepted
                : Ends[seed % Ends.Length];
            stages.Add(Stage(stages, end, seed));
        }

        var template = new ProjectTemplate(
            "random", Words("Random"), revisions, [.. Enumerable.Range(1, inputs).Select(number => new ProjectInput($"input-{number}", Words("Input")))], [.. stages]);
        template = template with { DeliveryKey = stages[4].Key, CompletionKey = completesEarly ? stages.Last(stage => stage.Key == "s4" || stage.After.Contains("s4")).Key : null };
        return new ProjectTerms(template, 1 + (seeds[0] % 20), ["item-1", "item-2"], Loaded.Sense.Calendar);
    }

    private static ProjectStage Stage(List<ProjectStage> before, StageEnd end, int seed)
    {
        var owner = end switch
        {
            StageEnd.Time => StageOwner.Nobody,
            StageEnd.Done or StageEnd.Meeting => (seed & 16) == 0 ? StageOwner.House : StageOwner.Customer,
            StageEnd.Access or StageEnd.InputsAccepted => StageOwner.House,
            _ => StageOwner.Customer,
        };
        var after = before.Where((_, index) => ((seed >> (5 + index)) & 1) == 1).Select(stage => stage.Key)
            .Concat(end == StageEnd.InputsAccepted ? ["s1"] : []).Distinct();
        var timed = end == StageEnd.Time || (seed & 0x1000) != 0;
        var unit = (StageUnit)((seed >> 13) % 4);
        var within = timed ? new StageTime(unit, unit == StageUnit.PackageDelivery ? 0 : 1 + ((seed >> 15) % 5)) : null;
        var reminded = timed && owner == StageOwner.Customer;
        return new ProjectStage(
            $"s{before.Count}",
            Words("Stage"),
            Words("Something is done."),
            owner,
            [.. after],
            (seed & 0x40000) != 0 && before.Count > 4 ? [StageNeed.FullPayment] : [],
            within,
            reminded && (seed & 0x80000) != 0 ? new StageNotices(1 + ((seed >> 20) % 3), 1 + ((seed >> 22) % 3)) : null,
            reminded && (seed & 0x1000000) != 0 ? 1 + ((seed >> 25) % 4) : null)
        {
            End = end,
            Start = (seed & 0x8000000) != 0 ? StageStart.NextDay : StageStart.AtOnce,
            SuspensionEnd = (seed & 0x10000000) != 0 ? SuspensionEnd.Answer : SuspensionEnd.House,
            Corrections = end == StageEnd.Approval && (seed & 0x20000000) != 0 ? new StageTime(StageUnit.BusinessDays, 2) : null,
            MakesItems = end == StageEnd.Done && before.TrueForAll(stage => !stage.MakesItems),
        };
    }

    private static LocalizedText Words(string text) => new(("en", text));
}
