using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.DataLoaders;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Subscriptions;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Attributes;

namespace Storefront.GraphQL.Tests.Samples.Bookshops;

/// <summary>Written as somebody writes who knows HotChocolate and has read nothing here.</summary>
public static class BookshopServer
{
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddSingleton<Stock>();
        builder.Services.AddScoped<BookContext>();

        builder.AddGraphQL()
            .AddQueryType()
            .AddMutationType()
            .AddSubscriptionType<Subscription>()
            .AddTypeExtension<BookQueries>()
            .AddTypeExtension<BookMutations>()
            .AddTypeExtension<BookExtensions>()
            .AddMutationConventions(applyToAllMutations: true)
            .AddFiltering()
            .AddSorting()
            .AddInMemorySubscriptions()
            .AddErrorFilter(error => ErrorBuilder.New().SetMessage($"Sorry: {error.Message}").SetCode("SORRY").Build())
            .AddMaxExecutionDepthRule(8)
            .ModifyRequestOptions(options => options.IncludeExceptionDetails = false)
            .InitializeOnStartup();

        var app = builder.Build();
        app.UseWebSockets();
        app.MapGraphQL();
        return app;
    }
}

public sealed record Book([property: ID] int Id, string Title, int AuthorId);

public sealed record Author([property: ID] int Id, string Name);

public sealed class TitleTakenException(string title) : Exception($"There is a book called {title}.")
{
    public string Title => title;
}

[ExtendObjectType(OperationTypeNames.Query)]
public sealed class BookQueries
{
    [UsePaging(MaxPageSize = 50, IncludeTotalCount = true)]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Book> GetBooks([Service] BookContext context) => context.Books;

    public static async Task<Book?> GetBookByIdAsync([ID] int id, BookContext context, CancellationToken cancellationToken) =>
        await context.FindAsync(id, cancellationToken);

    public static string? Broken() => throw new InvalidOperationException("secret");

    public static string? Refused() => throw new GraphQLException(ErrorBuilder.New().SetMessage("Closed today.").SetCode("CLOSED").SetExtension("until", "MONDAY").Build());
}

[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class BookMutations
{
    [Error(typeof(TitleTakenException))]
    public static async Task<Book> AddBookAsync(string title, [ID] int authorId, BookContext context, ITopicEventSender sender, CancellationToken cancellationToken)
    {
        var book = context.Add(title, authorId);
        await sender.SendAsync(nameof(Subscription.BookAdded), book, cancellationToken);
        return book;
    }
}

public sealed class Subscription
{
    [Subscribe]
    public static Book BookAdded([EventMessage] Book book) => book;
}

[ExtendObjectType(typeof(Book))]
public sealed class BookExtensions
{
    public static Task<Author?> GetAuthorAsync([Parent] Book book, AuthorByIdDataLoader authors, CancellationToken cancellationToken) =>
        authors.LoadAsync(book.AuthorId, cancellationToken);
}

public sealed class AuthorByIdDataLoader(Stock stock, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<int, Author>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, Author>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await Task.Yield();
        stock.CountBatch();
        return keys.ToDictionary(key => key, key => new Author(key, key == 1 ? "Borges" : "Cortázar"));
    }
}

/// <summary>What is sold.</summary>
public sealed class Stock
{
    private int batches;

    public int Batches => batches;

    public List<Book> Books { get; } = [new(1, "Ficciones", 1), new(2, "Rayuela", 2), new(3, "El Aleph", 1)];

    public void CountBatch() => Interlocked.Increment(ref batches);
}

/// <summary>Like a database context: for one user at a time.</summary>
public sealed class BookContext(Stock stock)
{
    private int users;

    public IQueryable<Book> Books => stock.Books.ToList().AsQueryable();

    public async Task<Book?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref users) > 1)
        {
            throw new InvalidOperationException("A second operation was started on this context.");
        }

        await Task.Delay(1, cancellationToken);
        Interlocked.Decrement(ref users);
        return stock.Books.Find(book => book.Id == id);
    }

    public Book Add(string title, int authorId)
    {
        if (stock.Books.Exists(book => book.Title == title))
        {
            throw new TitleTakenException(title);
        }

        var book = new Book(stock.Books.Count + 1, title, authorId);
        stock.Books.Add(book);
        return book;
    }
}
