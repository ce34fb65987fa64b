using Storefront.GraphQL.Tests.Support;

namespace Storefront.GraphQL.Tests.Execution;

public class ResolverContextTests
{
    private const string Schema = """
        type Query { item(id: Int = 7, name: String): Item node: Node both: String state: Int }
        interface Node { id: Int }
        type Item implements Node { id: Int name: String parent: Item }
        type Other implements Node { id: Int extra: String }
        """;

    [Theory]
    [InlineData("{ item { name } }", true)]
    [InlineData("{ item { alias: name } }", true)]
    [InlineData("{ item { id } }", false)]
    [InlineData("{ item { parent { name } } }", false)]
    [InlineData("{ item { ...F } } fragment F on Node { ... on Item { name } }", true)]
    [InlineData("{ item { name @skip(if: true) id } }", false)]
    [InlineData("{ item { id } item { name } }", true)]
    public async Task IsSelected_looks_through_fragments_aliases_and_conditions(string document, bool expected)
    {
        bool? actual = null;
        var executor = new TestExecutor(Schema).Field("Query.item", context =>
        {
            actual = context.IsSelected("name");
            return null;
        });

        await executor.RunAsync(document);

        Assert.Equal(expected, actual);
    }

    [Fact]
    public async Task IsSelected_asks_every_possible_type_of_an_interface()
    {
        var seen = new List<bool>();
        var executor = new TestExecutor(Schema).Later("Query.node", context =>
        {
            seen.AddRange([context.IsSelected("extra"), context.IsSelected("name"), context.IsSelected("id")]);
            return null;
        });

        await executor.RunAsync("{ node { ... on Other { extra } } }");

        Assert.Equal([true, false, false], seen);
    }

    [Fact]
    public async Task Arguments_tell_absent_from_null_and_default()
    {
        var seen = new List<object?>();
        var executor = new TestExecutor(Schema).Field("Query.item", context =>
        {
            seen.AddRange([context.ArgumentValue<int>("id"), context.HasArgument("name"), context.ArgumentValue<string?>("name")]);
            return null;
        });

        await executor.RunAsync("query ($name: String) { a: item { id } b: item(id: 1, name: null) { id } c: item(name: $name) { id } }");

        Assert.Equal([7, false, null, 1, true, null, 7, false, null], seen);
    }

    [Fact]
    public async Task A_path_is_right_whenever_it_is_asked_for()
    {
        var seen = new List<string>();
        var executor = new TestExecutor(Schema)
            .Later("Query.item", _ => 1)
            .Field("Item.parent", context =>
            {
                seen.Add(context.Path.ToString());
                return 1;
            })
            .Async("Item.id", async context =>
            {
                await Task.Yield();
                lock (seen)
                {
                    seen.Add(context.Path.ToString());
                }

                return 1;
            });

        await executor.RunAsync("{ a: item { parent { b: parent { id } } } }");

        Assert.Equal(["a.parent", "a.parent.b", "a.parent.b.id"], seen);
    }

    [Fact]
    public async Task State_may_be_shared_by_resolvers_that_run_at_the_same_time()
    {
        var executor = new TestExecutor(Schema).Async("Query.state", async context =>
        {
            await Task.Yield();
            context.ContextData[context.ResponseName] = 1;
            return context.ContextData.Count > 0 ? 1 : 0;
        });

        var response = await executor.RunAsync($"{{ {string.Join(' ', Enumerable.Range(0, 500).Select(index => $"f{index}: state"))} }}");

        Assert.Null(response["errors"]);
    }
}
