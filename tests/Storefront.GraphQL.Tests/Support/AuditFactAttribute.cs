namespace Storefront.GraphQL.Tests.Support;

/// <summary>A fact that runs a published audit; skipped, saying why, where it cannot.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AuditFactAttribute : FactAttribute
{
    public AuditFactAttribute() => Skip = Audit.WhyNot;
}
