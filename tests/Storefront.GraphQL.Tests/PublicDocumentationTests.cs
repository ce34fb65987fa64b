using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Storefront.GraphQL.AspNetCore;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Language;
using Storefront.GraphQL.Types;
using Storefront.GraphQL.Types.Pagination;

namespace Storefront.GraphQL.Tests;

/// <summary>Who reads a public type's docstring learns what it is and, where it is one of a specification's, which part says so.</summary>
public sealed partial class PublicDocumentationTests
{
    // What these namespaces hold is the specification's own, but for these.
    private static readonly Type[] OurOwn = [typeof(ParserOptions), typeof(IFile), typeof(PagingOptions)];

    private static readonly string[] Specified =
    [
        "Storefront.GraphQL.Language", "Storefront.GraphQL.Types", "Storefront.GraphQL.Types.Scalars", "Storefront.GraphQL.Types.Pagination",
        "Storefront.GraphQL.Types.Relay", "Storefront.GraphQL.Types.Introspection", "Storefront.GraphQL.Types.Descriptors", "Storefront.GraphQL.Validation",
    ];

    [Theory]
    [InlineData(typeof(Schema))]
    [InlineData(typeof(GraphQLServerOptions))]
    public void Every_public_type_says_what_it_is(Type ofAssembly)
    {
        var summaries = SummariesOf(ofAssembly.Assembly);
        Assert.NotEmpty(summaries);

        Assert.DoesNotContain(PublicTypes(ofAssembly.Assembly), type => summaries.GetValueOrDefault(type) is not { Length: > 10 });
    }

    [Fact]
    public void What_is_the_specification_s_names_its_section()
    {
        var summaries = SummariesOf(typeof(Schema).Assembly);
        var specified = summaries.Keys.Where(type => Specified.Contains(type.Namespace)).Except(OurOwn).ToList();

        Assert.True(specified.Count > 80);
        Assert.DoesNotContain(specified, type => !Sections.IsMatch(summaries[type]));
    }

    [Fact]
    public void What_executes_names_its_section_too()
    {
        var summaries = SummariesOf(typeof(Schema).Assembly);
        Type[] executing =
        [
            typeof(IRequestExecutor), typeof(IResolverContext), typeof(PureResolver), typeof(AsyncResolver), typeof(SubscribeResolver), typeof(OperationRequest),
            typeof(ResultKind), typeof(OperationResult), typeof(ResponseStream), typeof(ResponsePath), typeof(GraphQLError), typeof(GraphQLException), typeof(ErrorCodes),
        ];

        Assert.DoesNotContain(executing, type => !Sections.IsMatch(summaries[type]));
    }

    private static IEnumerable<Type> PublicTypes(Assembly assembly) => assembly.GetExportedTypes().Where(type => !type.IsNested);

    private static Dictionary<Type, string> SummariesOf(Assembly assembly)
    {
        var documented = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => (string)member.Attribute("name")!, member => string.Concat(member.Elements().SelectMany(element => element.DescendantNodes().OfType<XText>())));
        return PublicTypes(assembly)
            .Where(type => documented.ContainsKey($"T:{type.FullName}"))
            .ToDictionary(type => type, type => documented[$"T:{type.FullName}"].Trim());
    }

    [GeneratedRegex(@"\b([Ss]ections? \d|[Cc]hapters? \d|Appendix [A-Z]|Relay|specification)")]
    private static partial Regex Sections { get; }
}
