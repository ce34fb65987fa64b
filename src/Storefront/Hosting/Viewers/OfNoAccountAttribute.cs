namespace Storefront.Hosting.Viewers;

/// <summary>On a page whose forms write into no account of their own accord: they are taken whichever account is looked at.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OfNoAccountAttribute : Attribute;
