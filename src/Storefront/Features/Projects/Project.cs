using NodaTime;
using Storefront.Domain.Projects;
using Storefront.Domain.Shared;

namespace Storefront.Features.Projects;

/// <summary>
/// What an order of a package became (TEC-01). <see cref="State"/> is the project as the rules know it; the columns beside it repeat of it what
/// lists and the clock ask for.
/// </summary>
public sealed class Project
{
    public required AccountId AccountId { get; init; }

    public required ProjectId Id { get; init; }

    /// <summary>The number that people call it by; unique in the house.</summary>
    public required int Number { get; init; }

    /// <summary>The order that bought it.</summary>
    public required OrderId OrderId { get; init; }

    /// <summary>The key of the package that was bought.</summary>
    public required string PackageKey { get; init; }

    /// <summary>The handbook's template by which it is made.</summary>
    public required string TemplateKey { get; init; }

    public string? PlatformKey { get; init; }

    /// <summary>The design that was chosen with the order (TEC-06); null where none is.</summary>
    public string? DesignKey { get; init; }

    /// <summary>Hash of the handbook that it was sold under (COM-04).</summary>
    public required string HandbookVersion { get; init; }

    /// <summary>What was promised with it.</summary>
    public required int DeliveryBusinessDays { get; init; }

    /// <summary>The project whose extra work it is (SEN-05, TEC-08); null for one that was ordered by itself.</summary>
    public ProjectId? OriginalId { get; init; }

    /// <summary>As the rules know it.</summary>
    public required ProjectState State { get; set; }

    /// <summary>Where it stands.</summary>
    public ProjectStatus Status { get; set; }

    /// <summary>When the clock does something to it; null when it will not.</summary>
    public Instant? NextAt { get; set; }

    /// <summary>The expected delivery that was told last, or its day; null while nobody can tell.</summary>
    public LocalDate? ExpectedOn { get; set; }

    /// <summary>Whose turn it is; null while nothing is waited for.</summary>
    public StageOwner? Turn { get; set; }

    /// <summary>The earliest time by which what it waits for should be there; null when that is open.</summary>
    public Instant? TurnDueAt { get; set; }

    public int FinishedTasks { get; set; }

    public int Tasks { get; set; }

    /// <summary>When its order was placed.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>When something last happened to it.</summary>
    public Instant UpdatedAt { get; set; }

    public Instant? DeliveredAt { get; set; }

    public Instant? CompletedAt { get; set; }

    /// <summary>The account's event that told of it last.</summary>
    public long LastSequence { get; set; }

    /// <summary>What the customer thinks of it, from 1 to 5, which is the best (SEN-06); null until it says so.</summary>
    public int? Opinion { get; set; }

    /// <summary>In the customer's words.</summary>
    public string? OpinionComment { get; set; }

    /// <summary>When the opinion was asked for; null before.</summary>
    public Instant? OpinionAskedAt { get; set; }

    public ProjectKey Key => new(AccountId, Id);

    /// <summary>Takes over what rules made of it.</summary>
    /// <param name="state">The project.</param>
    /// <param name="report">What is told of it.</param>
    public void Update(ProjectState state, ProjectReport report)
    {
        State = state;
        (Status, NextAt) = (state.Status, state.NextAt);
        (DeliveredAt, CompletedAt) = (state.DeliveredAt, state.CompletedAt);
        (FinishedTasks, Tasks) = (report.FinishedTasks, report.Tasks);
        ExpectedOn = report.Delivery;
        var waits = report.Waits.Where(wait => state.Suspension is null && wait.Owner != StageOwner.Nobody).OrderBy(wait => wait.Owner).ToList();
        Turn = waits.Count == 0 ? null : waits[0].Owner;
        TurnDueAt = waits.Where(wait => wait.Owner == Turn).Min(wait => wait.DueAt);
    }
}

/// <summary>A project's key.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Id">Its id in the account.</param>
public readonly record struct ProjectKey(AccountId AccountId, ProjectId Id);
