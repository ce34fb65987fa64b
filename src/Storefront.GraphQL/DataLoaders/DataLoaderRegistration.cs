namespace Storefront.GraphQL.DataLoaders;

/// <summary>Names the class behind a data loader's interface.</summary>
/// <param name="ServiceType">What resolvers ask for.</param>
/// <param name="ImplementationType">What is made.</param>
public sealed record DataLoaderRegistration(Type ServiceType, Type ImplementationType);
