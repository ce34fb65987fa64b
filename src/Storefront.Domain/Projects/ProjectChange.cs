using System.Collections.Immutable;

namespace Storefront.Domain.Projects;

/// <summary>What a rule did to a project.</summary>
/// <param name="Project">The project afterwards.</param>
/// <param name="Events">What happened, in order; none when nothing changed.</param>
public sealed record ProjectChange(ProjectState Project, ImmutableArray<ProjectEvent> Events);
