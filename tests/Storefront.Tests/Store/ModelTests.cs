using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Store;

namespace Storefront.Tests.Store;

public partial class ModelTests
{
    public static TheoryData<string> Providers => ["sqlite", "postgres"];

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_migrations_say_what_the_model_says(string provider)
    {
        using var db = Create(provider);
        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: make a migration for each database (see the README).");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Every_name_in_the_database_can_be_written_without_quotes(string provider)
    {
        using var db = Create(provider);
        var names = db.Model.GetEntityTypes().Where(entity => !entity.IsMappedToJson()).SelectMany(entity =>
            entity.GetProperties().Concat(entity.GetComplexProperties().SelectMany(complex => complex.ComplexType.GetProperties()))
                .Select(property => property.GetColumnName())
                .Concat(entity.GetKeys().Select(key => key.GetName()!))
                .Concat(entity.GetIndexes().Select(index => index.GetDatabaseName()!))
                .Concat(entity.GetForeignKeys().Where(key => !key.IsOwnership).Select(key => key.GetConstraintName()!))
                .Append(entity.GetTableName()!)).ToList();

        Assert.NotEmpty(names);
        Assert.All(names, name => Assert.Matches(PlainName(), name));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void Everything_of_an_account_is_keyed_by_the_account_first(string provider)
    {
        using var db = Create(provider);
        string[] elsewhere = ["api_tokens", "due_work", "inbound_messages", "mails", "meetings", "webhook_events"];
        var ofAccounts = db.Model.GetEntityTypes().Where(entity => entity.FindProperty("AccountId") is not null && !elsewhere.Contains(entity.GetTableName()));

        Assert.All(ofAccounts, entity => Assert.Equal("AccountId", entity.FindPrimaryKey()!.Properties[0].Name));
    }

    private static StorefrontDb Create(string provider) => provider == "sqlite"
        ? new SqliteDesignTimeFactory().CreateDbContext([])
        : new PostgresDesignTimeFactory().CreateDbContext([]);

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$")]
    private static partial Regex PlainName();
}
