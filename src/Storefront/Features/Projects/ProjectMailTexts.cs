namespace Storefront.Features.Projects;

/// <summary>Marks the texts of what is written to customers about their projects.</summary>
public sealed class ProjectMailTexts;
