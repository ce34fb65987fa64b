using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Storefront.GraphQL.Types.Inference;

/// <summary>Descriptions from documentation comments: the XML file beside an assembly. Without the file there are none.</summary>
internal static partial class XmlDocumentation
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = [];

    public static string? Summary(MemberInfo member) => Find(member) is { } comment
        ? Text(comment.Element("summary")) ?? (comment.Element("inheritdoc") is null ? null : Inherited(member))
        : member is PropertyInfo { DeclaringType: { } type } property
            ? Text(ParameterElement(Find(type), property.Name)) ?? (IsOverride(property) ? Inherited(member) : null)
            : null;

    public static string? Parameter(ParameterInfo parameter) => Text(ParameterElement(Find(parameter.Member), parameter.Name!));

    private static XElement? ParameterElement(XElement? comment, string name) =>
        comment?.Elements("param").FirstOrDefault(element => (string?)element.Attribute("name") == name);

    private static bool IsOverride(PropertyInfo property) =>
        property.GetMethod is { } getter && getter.GetBaseDefinition().DeclaringType != getter.DeclaringType;

    private static string? Inherited(MemberInfo member)
    {
        var type = member as Type ?? member.DeclaringType;
        var ancestors = type is null ? [] : type.GetInterfaces().Concat(type.BaseType is { } parent ? [parent] : []);
        return ancestors
            .Select(ancestor => member is Type ? ancestor : ancestor.GetMember(member.Name).FirstOrDefault())
            .OfType<MemberInfo>()
            .Select(Summary)
            .FirstOrDefault(text => text is not null);
    }

    private static XElement? Find(MemberInfo member)
    {
        var assembly = (member as Type ?? member.DeclaringType)?.Assembly;
        return assembly is null ? null : Files.GetOrAdd(assembly, Load).GetValueOrDefault(Id(member));
    }

    private static Dictionary<string, XElement> Load(Assembly assembly)
    {
        var path = assembly.IsDynamic || assembly.Location.Length == 0 ? null : Path.ChangeExtension(assembly.Location, ".xml");
        if (path is null || !File.Exists(path))
        {
            return [];
        }

        try
        {
            return XDocument.Load(path).Descendants("member")
                .Where(element => element.Attribute("name") is not null)
                .DistinctBy(element => element.Attribute("name")!.Value)
                .ToDictionary(element => element.Attribute("name")!.Value);
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static string Id(MemberInfo member) => member switch
    {
        Type type => $"T:{TypeId(type)}",
        PropertyInfo property => $"P:{TypeId(property.DeclaringType!)}.{property.Name}",
        FieldInfo field => $"F:{TypeId(field.DeclaringType!)}.{field.Name}",
        MethodInfo method => $"M:{TypeId(method.DeclaringType!)}.{method.Name}{Parameters(method)}",
        _ => string.Empty,
    };

    private static string TypeId(Type type) =>
        (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName?.Replace('+', '.') ?? type.Name;

    private static string Parameters(MethodInfo method)
    {
        var parameters = method.GetParameters();
        return parameters.Length == 0 ? string.Empty : $"({string.Join(',', parameters.Select(parameter => ReferenceId(parameter.ParameterType)))})";
    }

    private static string ReferenceId(Type type)
    {
        if (type.IsArray)
        {
            return $"{ReferenceId(type.GetElementType()!)}[]";
        }

        if (!type.IsGenericType)
        {
            return TypeId(type);
        }

        var name = TypeId(type).Split('`')[0];
        return $"{name}{{{string.Join(',', type.GetGenericArguments().Select(ReferenceId))}}}";
    }

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }

        var text = string.Concat(element.Nodes().Select(NodeText));
        var paragraphs = text.Split("\u0001").Select(paragraph => Blanks.Replace(paragraph, " ").Trim()).Where(paragraph => paragraph.Length > 0);
        var joined = string.Join("\n\n", paragraphs);
        return joined.Length == 0 ? null : joined;
    }

    private static string NodeText(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" } link => link.Attribute("cref") is { } target
            ? $"`{target.Value.Split('(')[0].Split('.', ':')[^1].Split('`')[0]}`"
            : link.Attribute("langword")?.Value ?? (link.Value.Length > 0 ? link.Value : link.Attribute("href")?.Value) ?? string.Empty,
        XElement { Name.LocalName: "paramref" or "typeparamref" } link => $"`{link.Attribute("name")?.Value}`",
        XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "para" } paragraph => $"\u0001{string.Concat(paragraph.Nodes().Select(NodeText))}\u0001",
        XElement other => string.Concat(other.Nodes().Select(NodeText)),
        _ => string.Empty,
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks { get; }
}
