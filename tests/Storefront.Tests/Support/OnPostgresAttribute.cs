using System.Reflection;
using Xunit.Sdk;

namespace Storefront.Tests.Support;

/// <summary>Runs a theory on PostgreSQL, or says why not. In CI it must be there.</summary>
public sealed class OnPostgresAttribute : DataAttribute
{
    public OnPostgresAttribute()
    {
        Skip = PostgresCluster.ReasonToSkip;
    }

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[DatabaseKind.Postgres]];
}
