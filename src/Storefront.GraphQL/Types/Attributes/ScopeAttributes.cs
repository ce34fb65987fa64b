namespace Storefront.GraphQL.Types.Attributes;

/// <summary>The resolver takes its services from the request's scope, which it shares with others that do.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseRequestScopeAttribute : Attribute;

/// <summary>The resolver takes its services from a scope of its own, which ends when the value is there.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class UseResolverScopeAttribute : Attribute;
