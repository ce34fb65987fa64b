using System.Globalization;
using Storefront.GraphQL.Language;

namespace Storefront.GraphQL.Execution.Cost;

/// <summary>What <c>@listSize</c> says about a field's list.</summary>
/// <param name="AssumedSize">The length where no slicing argument says it; null when it is not stated.</param>
/// <param name="SlicingArguments">Paths of arguments that bound the length: <c>first</c>, or <c>filter.max</c> inside an input object.</param>
/// <param name="DefaultSize">The length when no slicing argument is given; null for the assumed one.</param>
/// <param name="SizedFields">The fields of the value that are the list; empty when the field itself is it.</param>
/// <param name="RequireOne">Whether exactly one slicing argument must be given.</param>
internal sealed record ListSize(int? AssumedSize, string[][] SlicingArguments, int? DefaultSize, string[] SizedFields, bool RequireOne)
{
    public const string Name = "listSize";

    /// <summary>The names of the slicing arguments for a message.</summary>
    public string SlicingNames => string.Join(", ", SlicingArguments.Select(path => string.Join('.', path)));

    public static ListSize Read(DirectiveNode directive)
    {
        ValueNode? Find(string name) => directive.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;
        var slicing = Texts(Find("slicingArguments"));
        return new ListSize(
            Number(Find("assumedSize")),
            [.. slicing.Select(path => path.Split('.'))],
            Number(Find("slicingArgumentDefaultValue")),
            Texts(Find("sizedFields")),
            slicing.Length > 0 && Find("requireOneSlicingArgument") is not BooleanValueNode { Value: false });
    }

    /// <summary>The length in a request.</summary>
    /// <param name="slicing">The field's arguments, by the first segments of <see cref="SlicingArguments"/>.</param>
    /// <param name="variables">The request's variables.</param>
    /// <param name="otherwise">The length where nothing says anything.</param>
    public double Of(IReadOnlyList<ArgumentSource> slicing, IReadOnlyDictionary<string, object?> variables, int otherwise)
    {
        double? largest = null;
        for (var index = 0; index < slicing.Count; index++)
        {
            if (Follow(slicing[index], SlicingArguments[index], variables) is { } size)
            {
                largest = Math.Max(largest ?? 0, size);
            }
        }

        return largest ?? DefaultSize ?? AssumedSize ?? otherwise;
    }

    /// <summary>How many slicing arguments a request gives; those that only have a default count where none is given.</summary>
    public int CountGiven(IReadOnlyList<ArgumentSource> slicing, IReadOnlyDictionary<string, object?> variables)
    {
        var (given, any) = (0, false);
        for (var index = 0; index < slicing.Count; index++)
        {
            if (Follow(slicing[index], SlicingArguments[index], variables) is not null)
            {
                any = true;
                given += slicing[index].IsGiven(variables) ? 1 : 0;
            }
        }

        return given == 0 && any ? 1 : given;
    }

    private static double? Follow(ArgumentSource argument, string[] path, IReadOnlyDictionary<string, object?> variables)
    {
        var value = argument.Read(variables);
        for (var depth = 1; depth < path.Length && value is IReadOnlyDictionary<string, object?> fields; depth++)
        {
            value = fields.GetValueOrDefault(path[depth]);
        }

        return value switch
        {
            int number => Math.Max(0, number),
            long number => Math.Max(0, number),
            _ => null,
        };
    }

    private static int? Number(ValueNode? value) =>
        value is IntValueNode number && int.TryParse(number.Value, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;

    private static string[] Texts(ValueNode? value) => value switch
    {
        StringValueNode text => [text.Value],
        ListValueNode list => [.. list.Values.OfType<StringValueNode>().Select(text => text.Value)],
        _ => [],
    };
}
