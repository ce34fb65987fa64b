namespace Storefront.GraphQL.Tests.Validation;

/// <summary>Tests that measure processor time and so run while no other test does.</summary>
[CollectionDefinition(nameof(AloneCollection), DisableParallelization = true)]
public sealed class AloneCollection;
