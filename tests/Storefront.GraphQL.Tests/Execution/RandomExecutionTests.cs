using System.Text;
using System.Text.Json.Nodes;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Tests.Support;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.Tests.Execution;

/// <summary>
/// Documents and data made by chance, executed with resolvers that answer at once, with resolvers that wait, and with both: the data are the
/// same, and errors have made the same values null.
/// </summary>
public class RandomExecutionTests
{
    private const int DocumentsPerSeed = 60;

    private const string Fields = """
        text: String req: Int! node: Node must: Node! nodes: [Node] strict: [Node!] all: [Node!]! grid: [[Node!]] hard: [[Node!]!]! any: Any anys: [Any!] words: [String!] iface: Named
        """;

    private const string Schema = $$"""
        type Query { {{Fields}} }
        type Mutation { {{Fields}} }
        type Node implements Named { {{Fields}} name: String! }
        type Leaf implements Named { text: String req: Int! node: Node name: String! }
        interface Named { text: String name: String! node: Node }
        union Any = Node | Leaf
        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Waiting_changes_no_result(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < DocumentsPerSeed; round++)
        {
            var world = new World(random.Next(), random.Next(2) == 0 ? 2 : 6);
            var document = (random.Next(4) == 0 ? "mutation " : "query ") + Selection(random, "Query", 4);
            document += document.Contains("...N", StringComparison.Ordinal) ? "fragment N on Named { n1: text n2: name }" : string.Empty;
            var expected = await RunAsync(world, Waiting.Never, document);
            foreach (var waiting in new[] { Waiting.Always, Waiting.Sometimes, Waiting.Sometimes })
            {
                var actual = await RunAsync(world, waiting, document);
                Assert.True(expected == actual, $"seed {seed}, round {round}, {waiting}\n{document}\nexpected {expected}\nactual   {actual}");
            }
        }
    }

    private static async Task<string> RunAsync(World world, Waiting waiting, string document)
    {
        var executor = new TestExecutor(Schema, builder => builder.UseResolvers((type, field) => world.Resolver(type, field, waiting)));
        foreach (var type in executor.Executor.Schema.Types)
        {
            switch (type)
            {
                case InterfaceType contract:
                    contract.ResolveType = value => (string)value;
                    break;
                case UnionType union:
                    union.ResolveType = value => (string)value;
                    break;
            }
        }

        var response = await executor.RunAsync(document);
        var data = response["data"];
        var nulls = TestExecutor.ErrorPaths(response).Select(path => NullAt(data, path)).Distinct().Order(StringComparer.Ordinal);
        Assert.True(response.AsObject().ContainsKey("data"), response.ToJsonString());
        return $"{data?.ToJsonString() ?? "null"} {string.Join(' ', nulls)}";
    }

    /// <summary>Where on the way to an error the data are null: errors below that may differ, because what is null already is not waited for.</summary>
    private static string NullAt(JsonNode? data, string path)
    {
        var at = new StringBuilder();
        foreach (var segment in path.Split('.'))
        {
            if (data is null)
            {
                break;
            }

            data = data is JsonArray list ? list[int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture)] : data.AsObject()[segment];
            at.Append('/').Append(segment);
        }

        Assert.True(data is null, $"There is an error at {path} and no null.");
        return at.ToString();
    }

    private static string Selection(Random random, string type, int depth)
    {
        var text = new StringBuilder("{ __typename ");
        var count = random.Next(1, 5);
        for (var index = 0; index < count; index++)
        {
            text.Append(FieldOf(random, type, depth));
        }

        return text.Append("} ").ToString();
    }

    private static string FieldOf(Random random, string type, int depth)
    {
        string[] leaves = type is "Query" ? ["text", "req", "words"] : type is "Node" ? ["text", "req", "words", "name"] : type is "Leaf" ? ["text", "req", "name"] : ["text", "name"];
        string[] composites = type is "Query" or "Node" ? ["node", "must", "nodes", "strict", "all", "grid", "hard", "any", "anys", "iface"] : ["node"];
        var condition = random.Next(20) switch
        {
            0 => "@skip(if: true) ",
            1 => "@include(if: false) ",
            2 => "@include(if: true) ",
            _ => string.Empty,
        };
        if (type != "Query" && random.Next(6) == 0)
        {
            return $"...N {condition}";
        }

        // An alias of its own for each field keeps any two from being in conflict.
        var alias = $"f{random.Next()}: ";
        if (depth == 0 || random.Next(3) == 0)
        {
            return $"{alias}{leaves[random.Next(leaves.Length)]} {condition}";
        }

        var field = composites[random.Next(composites.Length)];
        return $"{alias}{field} {condition}" + field switch
        {
            "any" or "anys" => $"{{ __typename ... on Node {Selection(random, "Node", depth - 1)} ... on Leaf {Selection(random, "Leaf", depth - 1)} }} ",
            "iface" => $"{{ ...N ... on Leaf {Selection(random, "Leaf", depth - 1)} ... on Named {Selection(random, "Named", depth - 1)} }} ",
            _ => Selection(random, "Node", depth - 1),
        };
    }

    private enum Waiting
    {
        Never,
        Sometimes,
        Always,
    }

    /// <summary>Gives every path of the response a value that depends on nothing but the path.</summary>
    /// <param name="seed">Tells worlds apart.</param>
    /// <param name="failures">How many of a hundred values fail, and as many are null.</param>
    private sealed class World(int seed, int failures)
    {
        public FieldResolver Resolver(ComplexType type, OutputField field, Waiting waiting)
        {
            var waits = waiting == Waiting.Always || (waiting == Waiting.Sometimes && Random.Shared.Next(2) == 0);
            if (type is InterfaceType || !waits)
            {
                return new PureResolver(context => Resolve(field.Type, context.Path.ToString()));
            }

            return new AsyncResolver(async context =>
            {
                var path = context.Path.ToString();
                var turns = Random.Shared.Next(4);
                for (var turn = 0; turn < turns; turn++)
                {
                    await Task.Yield();
                }

                return Resolve(field.Type, path);
            });
        }

        private object? Resolve(IType type, string path) => Value(type, path) is Exception failure ? throw failure : Value(type, path);

        private object? Value(IType type, string path)
        {
            var chance = new Random(HashCode(path));
            var fate = chance.Next(100);
            if (fate < failures)
            {
                return new GraphQLException($"no {path}");
            }

            if (fate < 2 * failures)
            {
                return null;
            }

            return type.Nullable switch
            {
                ListType list => Enumerable.Range(0, chance.Next(4)).Select(index => Value(list.ElementType, $"{path}.{index}")).ToList(),
                UnionType or InterfaceType => chance.Next(2) == 0 ? "Node" : "Leaf",
                ObjectType objectType => objectType.Name,
                var scalar => scalar.ToString() == "Int" ? chance.Next() : $"t{chance.Next()}",
            };
        }

        // Not string.GetHashCode, which differs from run to run.
        private int HashCode(string path) => path.Aggregate(seed, (hash, letter) => unchecked((hash * 31) + letter));
    }
}
