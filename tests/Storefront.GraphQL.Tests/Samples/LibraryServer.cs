using Microsoft.AspNetCore.Builder;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Samples;

public static class LibraryServer
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddGraphQL().AddQueryType<Library>();
        var app = builder.Build();
        app.MapGraphQL();
        return app;
    }
}

public sealed class Library
{
    private readonly List<Book> books = [new(1, "Ficciones", 1944), new(2, "Rayuela", 1963)];

    /// <summary>A book by its number.</summary>
    public Book? GetBook([ID] int id) => books.Find(book => book.Id == id);
}

public sealed record Book([property: ID] int Id, string Title, int? Year);
