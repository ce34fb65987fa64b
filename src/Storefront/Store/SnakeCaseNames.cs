using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Storefront.Store;

/// <summary>Names tables, columns, keys and indexes in snake_case, so that SQL written by hand needs no quotes on either database.</summary>
internal sealed class SnakeCaseNames : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                entity.SetContainerColumnName(Snake(entity.GetContainerColumnName()!));
                continue;
            }

            var table = Snake(entity.GetTableName()!);
            entity.SetTableName(table);
            NameColumns(entity, prefix: "");
            foreach (var key in entity.GetKeys())
            {
                key.SetName((key.IsPrimaryKey() ? "pk_" : "ak_") + Suffix(table, key.Properties, key.IsPrimaryKey()));
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName("ix_" + Suffix(table, index.Properties, alone: false));
            }
        }

        // Last, because the names of foreign keys are made of the tables on both sides.
        foreach (var foreignKey in modelBuilder.Metadata.GetEntityTypes().Where(entity => !entity.IsMappedToJson()).SelectMany(entity => entity.GetForeignKeys()))
        {
            foreignKey.SetConstraintName("fk_" + Suffix(foreignKey.DeclaringEntityType.GetTableName()!, foreignKey.Properties, alone: false));
        }
    }

    internal static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            snake.Append(startsWord ? "_" : "").Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    private static void NameColumns(IConventionTypeBase type, string prefix)
    {
        foreach (var property in type.GetProperties())
        {
            property.SetColumnName(prefix + Snake(property.Name));
        }

        foreach (var complex in type.GetComplexProperties())
        {
            NameColumns(complex.ComplexType, $"{prefix}{Snake(complex.Name)}_");
        }
    }

    private static string Suffix(string table, IReadOnlyList<IConventionProperty> properties, bool alone) =>
        alone ? table : $"{table}_{string.Join('_', properties.Select(property => Snake(property.Name)))}";
}
