using System.Collections.Immutable;
using Storefront.Domain.Shared;

namespace Storefront.Domain.Projects;

/// <summary>How a house makes what it sold as a package: its stages, and what it needs for them (TEC-04 to TEC-12, SEN-01).</summary>
/// <param name="Key">Its name for programs, unique in the house.</param>
/// <param name="Name">What customers call it.</param>
/// <param name="Revisions">How many rounds of corrections are in scope, 0 or more.</param>
/// <param name="Inputs">What the customer hands over, in the order it is asked for.</param>
/// <param name="Stages">The stages, in the order they are shown; each begins once those that it comes after have ended. None waits for itself.</param>
public sealed record ProjectTemplate(
    string Key, LocalizedText Name, int Revisions, ImmutableArray<ProjectInput> Inputs, ImmutableArray<ProjectStage> Stages);

/// <summary>Something that the customer hands over.</summary>
/// <param name="Key">Its name for programs, unique in the template.</param>
/// <param name="Name">What customers call it.</param>
public sealed record ProjectInput(string Key, LocalizedText Name);
