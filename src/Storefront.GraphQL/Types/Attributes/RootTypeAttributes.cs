namespace Storefront.GraphQL.Types.Attributes;

/// <summary>The class's public methods and properties are fields of the query root (section 3.3.1). It may be static; else its instance is a service or is made once.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>The class's public methods are fields of the mutation root (section 3.3.1).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>The class's public methods with <see cref="SubscribeAttribute"/> are fields of the subscription root (section 3.3.1).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;
