namespace Storefront.Features.Projects;

/// <summary>Marks the texts that say why something on a project is refused.</summary>
public sealed class ProjectRefusalTexts;
