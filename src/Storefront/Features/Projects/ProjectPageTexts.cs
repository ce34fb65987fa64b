namespace Storefront.Features.Projects;

/// <summary>Marks the texts of the pages about projects.</summary>
public sealed class ProjectPageTexts;
