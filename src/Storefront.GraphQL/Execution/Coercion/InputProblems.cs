using System.Text.Json;
using Storefront.GraphQL.Validation;

namespace Storefront.GraphQL.Execution.Coercion;

/// <summary>Why a part of a variable's value does not fit.</summary>
internal sealed record InputProblem(JsonPath? Path, JsonElement Value, string Message);

/// <summary>What is wrong with a variable's value.</summary>
/// <param name="suggestsNames">Whether messages suggest names that resemble an unknown one, which discloses the schema.</param>
internal sealed class InputProblems(bool suggestsNames)
{
    private readonly List<InputProblem> problems = [];

    public int Count => problems.Count;

    public void Add(InputProblem problem) => problems.Add(problem);

    /// <summary>The first problems, as many as are reported.</summary>
    public IEnumerable<InputProblem> Take(int most) => problems.Take(most);

    /// <summary>The sentence that suggests names; empty where suggestions are off or there are none.</summary>
    public string Suggest(string name, IEnumerable<string> candidates, string introduction = "") =>
        suggestsNames ? Suggestions.DidYouMean(Suggestions.Find(name, candidates), introduction) : string.Empty;
}
