using System.Text;
using Storefront.GraphQL.Types;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>The explorer's files. Made when the first reader comes: a server that nobody looks at does not pay for them.</summary>
internal sealed class ExplorerAssets(Schema schema)
{
    private readonly Lazy<ExplorerAsset> script = new(() => ExplorerAsset.Script(
        "dom",
        "language.lexer", "language.model", "language.operations", "language.context", "language.completion", "language.format", "language.json", "language.jsonCompletion",
        "keeping.storage", "keeping.links", "keeping.history",
        "editing.code", "editing.problems", "editing.suggestions", "editing.query", "editing.variableChecks", "editing.variables", "editing.headerChecks", "editing.headers", "editing.documentCheck",
        "running.transport", "running.events", "running.socket", "running.subscription", "running.jsonTree", "running.results", "running.runner",
        "documentation.panel",
        "main"));

    private readonly Lazy<ExplorerAsset> stylesheet = new(() => ExplorerAsset.Stylesheet(
        "base", "frame", "controls", "editor", "suggestions", "history", "results", "documentation"));

    private readonly Lazy<ExplorerAsset> model = new(() => new ExplorerAsset("schema.json", "application/json; charset=utf-8", SchemaModel.Write(schema)));

    private readonly Lazy<ExplorerAsset> definition = new(() =>
        new ExplorerAsset("schema.graphql", "text/plain; charset=utf-8", Encoding.UTF8.GetBytes($"{SchemaPrinter.Print(schema)}\n")));

    public ExplorerAsset Script => script.Value;

    public ExplorerAsset Stylesheet => stylesheet.Value;

    /// <summary>The schema as the script reads it.</summary>
    public ExplorerAsset Model => model.Value;

    /// <summary>The schema as a document, to download.</summary>
    public ExplorerAsset Definition => definition.Value;

    /// <summary>Null where there is no such file.</summary>
    public ExplorerAsset? Find(string name) => name switch
    {
        "explorer.js" => Script,
        "explorer.css" => Stylesheet,
        "schema.json" => Model,
        _ => null,
    };
}
