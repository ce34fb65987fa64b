using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.DataLoaders;
using Storefront.GraphQL.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Descriptors;
using Storefront.GraphQL.Types.Scalars;

namespace Storefront.GraphQL.Tests.Types.Inference;

public sealed class ObjectInferenceTests
{
    private static readonly SchemaFixture Fixture = new(builder =>
    {
        builder.Services.AddSingleton(new Greeter("Hello"));
        builder.Services.AddKeyedSingleton("loud", new Greeter("HELLO"));
        builder.AddQueryType(typeof(Query))
            .AddQueryType<InstanceQuery>()
            .AddTypeExtension(typeof(BookType))
            .AddTypeExtension(typeof(ShelfExtension))
            .AddTypeExtension(typeof(ThingType))
            .AddTypeExtension(typeof(RootExtension))
            .BindRuntimeType<Isbn, IsbnType>()
            .BindRuntimeType<Tick, DateTimeType>()
            .AddTypeConverter<Tick, DateTimeOffset>(tick => DateTimeOffset.FromUnixTimeSeconds(tick.Seconds))
            .AddTypeConverter<DateTimeOffset, Tick>(time => new Tick(time.ToUnixTimeSeconds()));
    });

    [Fact]
    public void The_query_root_has_the_members_of_its_classes_under_the_usual_names() => Assert.Equal(
        """
        type Query {
          book(isbn: Isbn!): Book
          books: [Book!]!
          later(count: Int! = 3, genre: Genre! = SCIENCE_FICTION, name: String): [String]!
          tags(tags: [String!]!): [String!]!
          optional(text: String): String!

          "Gone."
          old: Int! @deprecated(reason: "Use books.")
          greeting: String!
          loudGreeting: String!
          who: String!
          since(at: DateTime!): DateTime!
          renamed: Boolean!
          thing: Thing!
          anything: Anything
          address: EmailAddress
          calls: Int!
          version: Int!
        }
        """.ReplaceLineEndings("\n"),
        Fixture.Print("Query").Replace("\"\"\"", "\"", StringComparison.Ordinal));

    [Fact]
    public void Properties_and_extensions_are_fields_and_what_is_ignored_is_not() => Assert.Equal(
        """
        type Book {
          isbn: Isbn!
          name: String!
          pages: Int
          genre: Genre
          author: String
          similar(first: Int!): [Book!]!
        }
        """.ReplaceLineEndings("\n"),
        Fixture.Print("Book"));

    [Fact]
    public void Interfaces_are_implemented_by_what_derives_from_them_and_share_their_extensions()
    {
        Assert.Equal("interface Thing {\n  label: String!\n  shout: String!\n}", Fixture.Print("Thing"));
        Assert.Equal("type Shelf implements Thing {\n  label: String!\n  width: Float!\n  wide: Boolean!\n  shout: String!\n}", Fixture.Print("Shelf"));
        Assert.Equal("union Anything = Lamp | Door", Fixture.Print("Anything"));
    }

    [Fact]
    public void Enums_are_upper_snake() => Assert.Equal(
        "enum Genre {\n  SCIENCE_FICTION\n  CRIME\n  POETRY @deprecated(reason: \"Nobody reads it.\")\n}",
        Fixture.Print("Genre"));

    [Fact]
    public void Synchronous_members_are_pure()
    {
        Assert.True(Field("Book", "pages").Resolver!.IsPure);
        Assert.True(Field("Query", "books").Resolver!.IsPure);
        Assert.False(Field("Query", "book").Resolver!.IsPure);
    }

    [Fact]
    public async Task Resolvers_are_given_arguments_services_loaders_and_the_context()
    {
        var book = (Book)(await SchemaFixture.ResolveAsync(Fixture.Context("Query", "book").With("isbn", new Isbn("1"))))!;
        Assert.Equal("Dune", book.Title);
        Assert.Equal("Hello", await Fixture.ResolveAsync("Query", "greeting"));
        Assert.Equal("HELLO", await Fixture.ResolveAsync("Query", "loudGreeting"));
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "ana")]));
        Assert.Equal("ana who", await SchemaFixture.ResolveAsync(Fixture.Context("Query", "who", user: user)));
        Assert.Equal("Author of Dune", await Fixture.ResolveAsync("Book", "author", book));
        var similar = await SchemaFixture.ResolveAsync(Fixture.Context("Book", "similar", book).With("first", 2));
        Assert.Equal(2, Assert.IsType<Book[]>(similar).Length);
        Assert.Equal(1, await Fixture.ResolveAsync("Query", "calls"));
        Assert.Equal(2, await Fixture.ResolveAsync("Query", "calls"));
    }

    [Fact]
    public async Task Extensions_of_an_interface_are_given_the_implementation() =>
        Assert.Equal("OAK!", await Fixture.ResolveAsync("Shelf", "shout", new Shelf("oak", 1.5)));

    [Fact]
    public async Task Absent_is_not_null()
    {
        Assert.Equal("absent", await Fixture.ResolveAsync("Query", "optional"));
        Assert.Equal("null", await SchemaFixture.ResolveAsync(Fixture.Context("Query", "optional").With("text", null)));
        Assert.Equal("x", await SchemaFixture.ResolveAsync(Fixture.Context("Query", "optional").With("text", "x")));
    }

    [Fact]
    public async Task Lists_become_what_the_parameter_takes() => Assert.Equal(
        ["A", "B"],
        (IEnumerable<string>)(await SchemaFixture.ResolveAsync(Fixture.Context("Query", "tags").With("tags", new List<object?> { "a", "b", "a" })))!);

    [Fact]
    public async Task Bound_types_are_converted_both_ways()
    {
        var at = new DateTimeOffset(2026, 11, 22, 10, 42, 0, TimeSpan.Zero);
        Assert.Equal(at.AddSeconds(1), await SchemaFixture.ResolveAsync(Fixture.Context("Query", "since").With("at", at)));
    }

    [Fact]
    public async Task Asynchronous_sequences_become_lists() => Assert.Equal(
        ["0", "1"],
        (IEnumerable<string>)(await SchemaFixture.ResolveAsync(Fixture.Context("Query", "later").With("count", 2).With("genre", Genre.Crime)))!);

    [Fact]
    public void Every_problem_is_listed_with_its_place()
    {
        var problems = SchemaFixture.ProblemsOf(builder => builder.AddQueryType(typeof(Broken)).AddTypeExtension(typeof(Orphan)));

        Assert.Equal(
            [
                "Query.map is of the C# type System.Collections.Generic.Dictionary`2[System.String,System.Int32], which has no GraphQL type; bind it to a scalar, change it or ignore the member.",
                "Query.needs(greeter:) is of the C# type Storefront.GraphQL.Tests.Types.Inference.ObjectInferenceTests+IThing, which is neither an input type nor a registered service.",
                "Query.nothing (Storefront.GraphQL.Tests.Types.Inference.ObjectInferenceTests+Broken.Nothing) gives no value.",
                "Orphan extends Lamp, which is not in the schema.",
            ],
            problems);
    }

    private static OutputField Field(string type, string field) => ((ObjectType)(Fixture.Schema.TryGetType(type, out var found) ? found : null)!).Fields[field];

    public enum Genre
    {
        ScienceFiction,
        Crime,
        [Obsolete("Nobody reads it.")]
        Poetry,
    }

    public sealed record Isbn(string Value);

    public readonly record struct Tick(long Seconds);

    public sealed record Greeter(string Text);

    public sealed record Book(Isbn Isbn, string Title, int? Pages, Genre? Genre)
    {
        public string Secret => Title;

        public int Internal => Title.Length;

        public string Behave() => Title;
    }

    [InterfaceType]
    public interface IThing
    {
        string Label { get; }
    }

    public sealed record Shelf(string Label, double Width) : IThing;

    [UnionType]
    public abstract record Anything;

    public sealed record Lamp(int Watts) : Anything;

    public sealed record Door(bool Open) : Anything;

    public sealed class IsbnType() : StringScalarType<Isbn>("Isbn", "https://www.isbn-international.org/")
    {
        protected override bool TryParse(string text, out Isbn value)
        {
            value = new Isbn(text);
            return true;
        }

        protected override string Format(Isbn value) => value.Value;
    }

    [QueryType]
    public static class Query
    {
        public static async Task<Book?> GetBookAsync(Isbn isbn, BookByIsbn books, CancellationToken cancellationToken) =>
            await books.LoadAsync(isbn, cancellationToken);

        public static IReadOnlyList<Book> GetBooks() => [];

        public static async IAsyncEnumerable<string?> LaterAsync(int count = 3, Genre genre = Genre.ScienceFiction, string? name = null)
        {
            for (var i = 0; i < count; i++)
            {
                await Task.Yield();
                yield return $"{i}{name}";
            }
        }

        public static IEnumerable<string> Tags(HashSet<string> tags) => tags.Select(tag => tag.ToUpperInvariant());

        public static string Optional(Optional<string?> text) => text.HasValue ? text.Value ?? "null" : "absent";

        [GraphQLDescription("Gone.")]
        [GraphQLDeprecated("Use books.")]
        public static int Old => 1;

        public static string Greeting(Greeter greeter) => greeter.Text;

        public static string LoudGreeting([Service("loud")] Greeter greeter) => greeter.Text;

        public static string Who(ClaimsPrincipal user, IResolverContext context) => $"{user.Identity!.Name} {context.Field.Name}";

        public static ValueTask<Tick> GetSince(Tick at) => new(at with { Seconds = at.Seconds + 1 });

        [GraphQLName("renamed")]
        public static bool Whatever() => true;

        public static IThing Thing() => new Shelf("oak", 2);

        public static Anything? Anything() => null;

        [GraphQLType("EmailAddress")]
        public static string? Address() => null;

        [GraphQLIgnore]
        public static string Hidden() => string.Empty;
    }

    public sealed class InstanceQuery
    {
        private int calls;

        public int Calls() => ++calls;
    }

    [ObjectType<Book>]
    public static class BookType
    {
        public static void Configure(IObjectTypeDescriptor<Book> descriptor)
        {
            descriptor.Ignore(book => book.Secret);
            descriptor.Field(book => book.Title).Name("name");
        }

        [BindMember(nameof(Book.Internal))]
        public static async Task<string?> GetAuthorAsync([Parent] Book book)
        {
            await Task.Yield();
            return $"Author of {book.Title}";
        }

        public static Book[] Similar([Parent] Book book, int first) => [.. Enumerable.Repeat(book, first)];
    }

    [ExtendObjectType<Shelf>]
    public static class ShelfExtension
    {
        public static bool Wide([Parent] Shelf shelf) => shelf.Width > 1;
    }

    [ObjectType<IThing>]
    public static class ThingType
    {
        public static string Shout([Parent] IThing thing) => $"{thing.Label.ToUpperInvariant()}!";
    }

    [ExtendObjectType(OperationTypeNames.Query)]
    public static class RootExtension
    {
        public static int Version() => 1;
    }

    public sealed class BookByIsbn(IBatchScheduler scheduler) : BatchDataLoader<Isbn, Book>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<Isbn, Book>> LoadBatchAsync(IReadOnlyList<Isbn> keys, CancellationToken cancellationToken)
        {
            await Task.Yield();
            return keys.ToDictionary(key => key, key => new Book(key, "Dune", 412, Genre.ScienceFiction));
        }
    }

    public static class Broken
    {
        public static Dictionary<string, int> Map() => [];

        public static string Needs(IThing greeter) => greeter.Label;

        public static void Nothing()
        {
        }
    }

    [ExtendObjectType<Lamp>]
    public static class Orphan
    {
        public static int Extra() => 1;
    }
}
