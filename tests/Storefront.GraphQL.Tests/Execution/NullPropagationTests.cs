using System.Collections;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Execution;

/// <summary>Section 6.4.4, where errors come late and holes stand open around them.</summary>
public class NullPropagationTests
{
    private const string Schema = """
        type Query { before: String after: String item: Item list: [Item] strict: [Item!] all: [Item!]! nested: [[Item!]] must: Item! }
        type Item { id: Int name: String! other: String child: Item must: Item! }
        """;

    private static readonly object Item = new Dictionary<string, object?> { ["id"] = 1 };

    [Fact]
    public async Task A_late_error_in_a_field_that_is_never_null_makes_its_object_null()
    {
        var executor = Executor()
            .Field("Query.item", _ => Item)
            .Later("Item.name", _ => throw new GraphQLException("no"));

        var response = await executor.RunAsync("{ item { id name } before }");

        Assert.Equal("""{"item":null,"before":"b"}""", response["data"]!.ToJsonString());
        Assert.Equal(["item.name"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task Holes_before_inside_and_behind_a_nulled_value_keep_their_places()
    {
        var executor = Executor()
            .Later("Query.before", _ => "b")
            .Later("Query.after", _ => "a")
            .Field("Query.item", _ => Item)
            .Later("Item.other", _ => "o")
            .Later("Item.name", _ => throw new GraphQLException("no"));

        var response = await executor.RunAsync("{ one: before item { other name again: other } two: after three: before }");

        Assert.Equal("""{"one":"b","item":null,"two":"a","three":"b"}""", response["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Only_the_failed_item_of_a_list_of_nullable_items_is_null()
    {
        var executor = Executor()
            .Field("Query.list", _ => Items(3))
            .Later("Item.other", _ => "o")
            .Later("Item.name", context => IdOf(context) == 1 ? throw new GraphQLException("no") : "n");

        var response = await executor.RunAsync("{ list { other name id } after }");

        Assert.Equal("""{"list":[{"other":"o","name":"n","id":0},null,{"other":"o","name":"n","id":2}],"after":"a"}""", response["data"]!.ToJsonString());
        Assert.Equal(["list.1.name"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task A_failed_item_that_is_never_null_takes_the_whole_list()
    {
        var executor = Executor()
            .Later("Query.strict", _ => Items(3))
            .Later("Item.name", context => IdOf(context) == 2 ? throw new GraphQLException("no") : "n");

        var response = await executor.RunAsync("{ strict { name } after }");

        Assert.Equal("""{"strict":null,"after":"a"}""", response["data"]!.ToJsonString());
    }

    [Fact]
    public async Task Through_a_list_that_is_never_null_the_error_reaches_data()
    {
        var executor = Executor()
            .Field("Query.all", _ => Items(2))
            .Later("Item.name", _ => throw new GraphQLException("no"));

        var response = await executor.RunAsync("{ before all { name } after }");

        Assert.True(response.AsObject().ContainsKey("data"));
        Assert.Null(response["data"]);
    }

    [Fact]
    public async Task Of_nested_lists_the_innermost_nullable_one_is_null()
    {
        var executor = Executor()
            .Field("Query.nested", _ => new[] { Items(1), Items(2), Items(1) })
            .Later("Item.name", context => IdOf(context) == 1 ? throw new GraphQLException("no") : "n");

        var response = await executor.RunAsync("{ nested { name } }");

        Assert.Equal("""{"nested":[[{"name":"n"}],null,[{"name":"n"}]]}""", response["data"]!.ToJsonString());
    }

    [Fact]
    public async Task What_waits_below_a_value_that_is_cut_away_leaves_its_error_and_nothing_else()
    {
        var release = new TaskCompletionSource();
        var executor = Executor()
            .Field("Query.item", _ => Item)
            .Field("Item.child", _ => Item)
            .Async("Item.other", async _ =>
            {
                await release.Task;
                throw new GraphQLException("too late for the data");
            })
            .Field("Item.name", _ => throw new GraphQLException("no"))
            .Later("Query.after", _ =>
            {
                release.SetResult();
                return "a";
            });

        var response = await executor.RunAsync("{ item { child { other name } id } after }");

        Assert.Equal("""{"item":{"child":null,"id":1},"after":"a"}""", response["data"]!.ToJsonString());
        Assert.Equal(["item.child.other", "item.child.name"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task An_object_that_comes_too_late_is_not_looked_into()
    {
        var executor = Executor()
            .Field("Query.item", _ => Item)
            .Field("Item.name", _ => throw new GraphQLException("no"))
            .Later("Item.child", _ => Item)
            .Field("Item.other", _ => throw new GraphQLException("never asked"));

        var response = await executor.RunAsync("{ item { child { other } name } }");

        Assert.Equal("""{"item":null}""", response["data"]!.ToJsonString());
        Assert.Equal(["item.name"], TestExecutor.ErrorPaths(response));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_late_errors_that_make_the_same_value_null_the_first_of_the_response_is_told_whoever_was_first(bool isFirstQuicker)
    {
        var quicker = new TaskCompletionSource();
        var executor = Executor().Field("Query.item", _ => Item).Field("Item.must", _ => Item).Async("Item.name", async context =>
        {
            var isQuicker = context.Path.ToList() is ["item", "one"] == isFirstQuicker;
            if (!isQuicker)
            {
                await quicker.Task;
            }

            await Task.Yield();
            quicker.TrySetResult();
            throw new GraphQLException("no");
        });

        var response = await executor.RunAsync("{ item { one: name must { two: name } } after }");

        Assert.Equal("""{"item":null,"after":"a"}""", response["data"]!.ToJsonString());
        Assert.Equal(["item.one"], TestExecutor.ErrorPaths(response));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_late_null_that_must_not_be_counts_like_a_late_error(bool isFirstQuicker)
    {
        var quicker = new TaskCompletionSource();
        var executor = Executor().Field("Query.item", _ => Item).Async("Item.must", async context =>
        {
            var isFirst = context.ResponseName == "one";
            if (isFirst != isFirstQuicker)
            {
                await quicker.Task;
            }

            await Task.Yield();
            quicker.TrySetResult();
            return isFirst ? null : throw new GraphQLException("no");
        });

        var response = await executor.RunAsync("{ item { one: must { id } two: must { id } } }");

        Assert.Equal(["item.one"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task Of_an_error_that_no_longer_counts_what_its_resolver_reported_stays()
    {
        var second = new TaskCompletionSource();
        var executor = Executor().Field("Query.item", _ => Item).Async("Item.name", async context =>
        {
            await Task.Yield();
            if (context.ResponseName == "one")
            {
                await second.Task;
                throw new GraphQLException("first of the response");
            }

            context.ReportError(new GraphQLError { Message = "reported" });
            second.SetResult();
            throw new GraphQLException("first in time");
        });

        var response = await executor.RunAsync("{ item { one: name two: name } }");

        Assert.Equal(["first of the response", "reported"], response["errors"]!.AsArray().Select(error => (string)error!["message"]!));
    }

    [Fact]
    public async Task An_exception_that_brings_no_error_is_an_error_all_the_same()
    {
        var executor = Executor().Field("Query.item", _ => Item).Later("Item.name", _ => throw new GraphQLException([]));

        var response = await executor.RunAsync("{ item { one: name two: name } }");

        Assert.Equal(["item.one"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task An_error_at_once_counts_before_late_ones_that_make_the_same_value_null()
    {
        var executor = Executor()
            .Field("Query.item", _ => Item)
            .Later("Item.name", _ => throw new GraphQLException("late"))
            .Field("Item.must", _ => throw new GraphQLException("at once"));

        var response = await executor.RunAsync("{ item { name must { id } } }");

        Assert.Equal(["item.must"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task An_outer_value_may_become_null_after_an_inner_one()
    {
        var inner = new TaskCompletionSource();
        var executor = Executor()
            .Later("Query.item", _ => Item)
            .Later("Item.child", _ => Item)
            .Later("Item.must", _ => Item)
            .Later("Item.other", _ =>
            {
                inner.SetResult();
                throw new GraphQLException("first");
            })
            .Async("Item.name", async _ =>
            {
                await inner.Task;
                throw new GraphQLException("second");
            });

        var response = await executor.RunAsync("{ before item { must { child { other } } name } after }");

        Assert.Equal("""{"before":"b","item":null,"after":"a"}""", response["data"]!.ToJsonString());
    }

    [Fact]
    public async Task A_chain_of_values_that_are_never_null_falls_whole()
    {
        var executor = Executor()
            .Later("Query.must", _ => Item)
            .Later("Item.must", _ => Item)
            .Later("Item.name", _ => null);

        var response = await executor.RunAsync("{ before must { id must { id must { other name } } } }");

        Assert.Null(response["data"]);
        Assert.Equal(["must.must.must.name"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task A_sequence_that_fails_half_way_is_null_with_one_error()
    {
        static IEnumerable<object> Failing()
        {
            yield return Item;
            throw new GraphQLException("broken off");
        }

        var executor = Executor().Field("Query.list", _ => Failing()).Later("Item.other", _ => "o");

        var response = await executor.RunAsync("{ list { other } after }");

        Assert.Equal("""{"list":null,"after":"a"}""", response["data"]!.ToJsonString());
        Assert.Equal(["list"], TestExecutor.ErrorPaths(response));
    }

    [Fact]
    public async Task A_sequence_that_fails_when_it_is_let_go_after_a_failed_item_changes_nothing_else()
    {
        var executor = Executor().Field("Query.strict", _ => new Unclosable()).Field("Query.item", _ => Item);

        var response = await executor.RunAsync("{ item { id } strict { id } after }");

        Assert.Equal("""{"item":{"id":1},"strict":null,"after":"a"}""", response["data"]!.ToJsonString());
        Assert.Equal(["strict", "strict.0"], TestExecutor.ErrorPaths(response));
    }

    // A resolver given twice is the one given last.
    private static TestExecutor Executor() => new TestExecutor(Schema).Field("Query.before", _ => "b").Field("Query.after", _ => "a");

    private static object[] Items(int count) =>
        [.. Enumerable.Range(0, count).Select(id => new Dictionary<string, object?> { ["id"] = id })];

    private static int IdOf(IResolverContext context) => (int)context.Parent<Dictionary<string, object?>>()["id"]!;

    /// <summary>One null, and a failure when it is let go.</summary>
    private sealed class Unclosable : IEnumerable<object?>, IEnumerator<object?>
    {
        public object? Current => null;

        public IEnumerator<object?> GetEnumerator() => this;

        IEnumerator IEnumerable.GetEnumerator() => this;

        public bool MoveNext() => true;

        public void Reset()
        {
        }

        public void Dispose() => throw new GraphQLException("cannot close");
    }
}
