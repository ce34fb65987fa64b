using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>How a house makes what it sold as a package: its stages, and what it needs for them (TEC-04 to TEC-12, SEN-01).</summary>
/// <param name="Key">Its name for programs, unique in the house.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="Revisions">How many rounds of corrections are in scope, 0 or more.</param>
/// <param name="Inputs">What the customer hands over, in the order it is asked for.</param>
/// <param name="Stages">The stages, in the order they are shown; each begins once those that it comes after have ended. None waits for itself, and each can end.</param>
public sealed record ProjectTemplate(
    string Key, LocalizedText Name, int Revisions, ImmutableArray<ProjectInput> Inputs, ImmutableArray<ProjectStage> Stages)
{
    /// <summary>The stage whose end is the delivery: its day is the expected date, and the balance is asked for then.</summary>
    public string DeliveryKey { get; init; } =
        (Stages.FirstOrDefault(stage => stage.Within?.Unit == StageUnit.PackageDelivery) ?? Stages.LastOrDefault())?.Key ?? "";

    /// <summary>The stage whose end completes the project, whatever else goes on; null when all have to be over (TEC-12).</summary>
    public string? CompletionKey { get; init; }

    /// <summary>When work beyond the contract is done, once its quote is approved.</summary>
    public ExtraWorkTime ExtraWork { get; init; }

    /// <summary>The kind of ticket by which what goes to sales, or is disputed, is followed (SEN-03); null where no ticket follows.</summary>
    public string? TicketKindKey { get; init; }

    /// <summary>The stage of that key.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ProjectStage Stage(string key) => Stages.First(stage => stage.Key == key);

    /// <summary>A stage and all that have to be over before it.</summary>
    public IReadOnlySet<string> PathTo(string key)
    {
        HashSet<string> path = [];
        Stack<string> open = new([key]);
        while (open.TryPop(out var next))
        {
            if (path.Add(next) && Stages.FirstOrDefault(stage => stage.Key == next) is { } stage)
            {
                foreach (var before in stage.After)
                {
                    open.Push(before);
                }
            }
        }

        return path;
    }
}

/// <summary>Something that the customer hands over.</summary>
/// <param name="Key">Its name for programs, unique in the template.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="Description">What it should be like; null when its name says it.</param>
public sealed record ProjectInput(string Key, LocalizedText Name, LocalizedText? Description = null);

/// <summary>When approved work beyond the contract is done.</summary>
public enum ExtraWorkTime
{
    /// <summary>With the rest until the delivery, as tasks of the project; afterwards as a project of its own (SEN-05).</summary>
    InProject,

    /// <summary>When the original is finished and fully paid (TEC-08).</summary>
    Afterwards,
}
