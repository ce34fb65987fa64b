namespace Storefront.Tests.Support;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
