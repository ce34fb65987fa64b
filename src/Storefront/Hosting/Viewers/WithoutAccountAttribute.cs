namespace Storefront.Hosting.Viewers;

/// <summary>On a page for who is signed in: it is of use to a customer who looks at no account, too.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WithoutAccountAttribute : Attribute;
