using static Storefront.GraphQL.Tests.Http.Audits.OverHttpRequest;

namespace Storefront.GraphQL.Tests.Http.Audits;

/// <summary>
/// What GraphQL over HTTP asks of a server, in the order of the published audits and under their ids, so that one is found from the other.
/// They need neither Node.js nor a network.
/// </summary>
public static class OverHttpAudits
{
    private const string Typename = "{ __typename }";
    private const string TypeByName = "query Type($name: String!) { __type(name: $name) { name } }";

    // Where a parameter must not be what it is given as.
    private static readonly (string Kind, string Value)[] NoStrings = [("object", "{}"), ("number", "0"), ("boolean", "false"), ("array", "[]")];
    private static readonly (string Kind, string Value)[] NoMaps = [("string", "\"\""), ("number", "0"), ("boolean", "false"), ("array", "[]")];

    public static IReadOnlyList<OverHttpAudit> All { get; } =
    [
        new("22EB", "answers as application/graphql-response+json where that is accepted", Post(Query()), answer => answer.Is(GraphQLResponse)),
        new("4655", "answers as application/json where that is accepted", Post(Query(), Json), answer => answer.Is(Json)),
        new("47DE", "answers as application/json where anything is accepted", Post(Query(), "*/*"), answer => answer.Is(Json)),
        new("80D8", "answers as application/json where nothing is said", Post(Query(), accept: null), answer => answer.Is(Json)),
        new("82A3", "answers in UTF-8", Post(Query()), answer => answer.IsOk && answer.ContentType?.CharSet == "utf-8"),
        new("BF61", "takes a request that says it is UTF-8", Post(Query(), contentType: "application/json; charset=utf-8"), answer => answer.IsOk),
        new("78D5", "takes a request as UTF-8 that says nothing", Post("""{"query":"{ a: __typename #ñ\n }"}"""), answer => answer.IsOk),
        new("2C94", "takes POST", Post(Query()), answer => answer.IsOk),
        new("5A70", "takes GET", Get(Typename), answer => answer.IsOk),
        new("9C48", "executes no mutation by GET", Get("mutation { __typename }"), answer => answer.Status is >= 400 and < 500),
        new("9ABE", "refuses a body of no media type", Post(Query(), contentType: null), answer => answer.Status is >= 400 and < 500),
        new("03D4", "takes application/json", Post(Query()), answer => answer.IsOk),
        new("A5BF", "refuses a request without a body", Post(null), answer => answer.IsBad),
        new("423L", "refuses a request without a query", Post("""{"notquery":"{ __typename }"}"""), answer => answer.IsBad),
        .. NoStrings.Select((given, index) => Refuses($"LKJ{index}", "query", given)),
        .. Takes("34A2", "13EE", "a query", Query()),
        .. NoStrings.Select((given, index) => Refuses($"6C0{index}", "operationName", given)),
        .. Takes("8161", "B8B3", "an operation's name", """{"query":"query Name { __typename }","operationName":"Name"}"""),
        .. Takes("94B0", "0220", "variables that are null", Query("\"variables\":null")),
        .. Takes("94B1", "0221", "an operation's name that is null", Query("\"operationName\":null")),
        .. Takes("94B2", "0222", "extensions that are null", Query("\"extensions\":null")),
        .. NoMaps.Select((given, index) => Refuses($"476{index}", "variables", given)),
        .. Takes("2EA1", "28B9", "variables", $$$"""{"query":"{{{TypeByName}}}","variables":{"name":"Query"}}"""),
        new("D6D5", "takes variables by GET, graphql-response+json", Get(TypeByName, """{"name":"Query"}"""), answer => answer.IsOk),
        new("6A70", "takes variables by GET, json", Get(TypeByName, """{"name":"Query"}""", Json), answer => answer.IsOk),
        .. NoMaps.Select((given, index) => Refuses($"58B{index}", "extensions", given)),
        .. Takes("428F", "1B7A", "extensions", Query("\"extensions\":{}")),
        new("B6DC", "answers what is no JSON, json", Post("{ \"not a JSON", Json), answer => answer.Status is (>= 200 and < 300) or (>= 400 and < 600)),
        new("BCF8", "refuses what is no JSON, json", Post("{ \"not a JSON", Json), answer => answer.IsBad),
        new("B7N8", "refuses what is no JSON, graphql-response+json", Post("{ \"not a JSON"), answer => answer.IsBad),
        new("8764", "refuses parameters that are none", Post("""{"qeury":"{ __typename }"}"""), answer => answer.IsRefused),
        new("3E3A", "refuses parameters that are none with 400", Post("""{"qeury":"{ __typename }"}"""), answer => answer.IsBad),
        new("572B", "answers a document that does not parse with 200, json", Post("""{"query":"{"}""", Json), answer => answer.IsOkWithErrors),
        new("FDE2", "answers a document that is not valid with 200, json", Post("""{"query":"{ _unknown }"}""", Json), answer => answer.IsOkWithErrors),
        new("7B9B", "answers variables that do not fit with 200, json", Post(WrongVariable, Json), answer => answer.IsOkWithErrors),
        .. RefusesWhole("865D", "556A", "D586", "a document that does not parse", """{"query":"{"}"""),
        .. RefusesWhole("51FE", "74FF", "5E5B", "a document that is not valid", """{"query":"{ _unknown }"}"""),
        new("86EE", "refuses variables that do not fit with 400, graphql-response+json", Post(WrongVariable), answer => answer.IsBad && answer.HasOnlyErrors),
    ];

    private static string WrongVariable => $$$"""{"query":"{{{TypeByName}}}","variables":{"name":4}}""";

    private static string Query(string? more = null) => more is null ? $$"""{"query":"{{Typename}}"}""" : $$"""{"query":"{{Typename}}",{{more}}}""";

    private static OverHttpAudit Refuses(string id, string parameter, (string Kind, string Value) given) => new(
        id,
        $"refuses {parameter} given as {given.Kind}",
        Post(parameter == "query" ? $$"""{"query":{{given.Value}}}""" : Query($"\"{parameter}\":{given.Value}")),
        answer => answer.IsBad);

    private static IEnumerable<OverHttpAudit> Takes(string newer, string older, string what, string body) =>
    [
        new(newer, $"takes {what}, graphql-response+json", Post(body), answer => answer.Is(GraphQLResponse)),
        new(older, $"takes {what}, json", Post(body, Json), answer => answer.Is(Json)),
    ];

    private static IEnumerable<OverHttpAudit> RefusesWhole(string refused, string bad, string alone, string what, string body) =>
    [
        new(refused, $"refuses {what}", Post(body), answer => answer.IsRefused),
        new(bad, $"refuses {what} with 400", Post(body), answer => answer.IsBad),
        new(alone, $"refuses {what} without data", Post(body), answer => answer.HasOnlyErrors),
    ];
}
