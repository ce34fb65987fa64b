using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Storefront.GraphQL.AspNetCore.Explorer;

/// <summary>The page's content: head, editor with results, documentation. Without JavaScript the documentation alone is shown.</summary>
internal sealed class Workspace(ExplorerAddresses addresses, ExplorerAssets assets, ExplorerCaller? caller, IReadOnlyList<ExplorerToken> tokens)
{
    private static readonly Html None = Html.Empty;

    public Html Write(WorkspaceView view, IQueryCollection query, Html documentation) => $"""
        <div class="explorer" data-explorer data-view="{view.ToString().ToLowerInvariant()}" data-endpoint="{addresses.Endpoint}" data-validation="{addresses.Validation}" data-schema="{addresses.Asset(assets.Model)}" data-texts="{JsonSerializer.Serialize(ExplorerTexts.OfScript())}">
        <header class="explorer-head">
        <div>
        <h1>{ExplorerTexts.Get("Title")}</h1>
        <p>{ExplorerTexts.Get("Lead")}</p>
        {Caller()}
        {Tokens()}
        </div>
        <div class="explorer-views" role="group" aria-label="{ExplorerTexts.Get("View")}">
        <button type="button" class="explorer-button" data-explorer-view="editor" aria-pressed="{Pressed(view == WorkspaceView.Editor)}">{ExplorerTexts.Get("Editor")}</button>
        <button type="button" class="explorer-button" data-explorer-view="documentation" aria-pressed="{Pressed(view == WorkspaceView.Documentation)}">{ExplorerTexts.Get("Documentation")}</button>
        </div>
        </header>
        <noscript><p class="explorer-note">{ExplorerTexts.Get("NoScript")}</p></noscript>
        <div class="explorer-panes">
        <div class="explorer-workspace" data-explorer-workspace>
        {Editor(query)}
        {Results()}
        </div>
        <section class="explorer-documentation" id="explorer-documentation" aria-label="{ExplorerTexts.Get("Documentation")}">
        {documentation}
        </section>
        </div>
        <p class="explorer-hidden" role="status" data-explorer-announcements></p>
        </div>

        """;

    private static string Pressed(bool isPressed) => isPressed ? "true" : "false";

    private Html Caller() => caller is null
        ? None
        : $"""<p class="explorer-caller">{caller.Text} {Html.Join(" · ", caller.Links.Select(link => (Html)$"""<a href="{link.Address}">{link.Text}</a>"""))}</p>""";

    private static Html Editor(IQueryCollection query) => $"""
        <section class="explorer-editor" aria-label="{ExplorerTexts.Get("Editor")}">
        <div class="explorer-bar">
        <button type="button" class="explorer-button explorer-button-primary" data-explorer-run aria-keyshortcuts="Control+Enter">{ExplorerTexts.Get("Run")}</button>
        <button type="button" class="explorer-button explorer-button-stop" data-explorer-stop hidden>{ExplorerTexts.Get("Stop")}</button>
        <label class="explorer-operation" data-explorer-operation hidden><span>{ExplorerTexts.Get("Operation")}</span> <select></select></label>
        <label class="explorer-operation" data-explorer-transport hidden><span>{ExplorerTexts.Get("Transport")}</span> <select>
        <option value="events">{ExplorerTexts.Get("Transport.Events")}</option>
        <option value="socket">{ExplorerTexts.Get("Transport.Socket")}</option>
        </select></label>
        <span class="explorer-bar-end">
        <button type="button" class="explorer-button explorer-button-quiet" data-explorer-prettify aria-keyshortcuts="Shift+Alt+F">{ExplorerTexts.Get("Prettify")}</button>
        <button type="button" class="explorer-button explorer-button-quiet" data-explorer-share>{ExplorerTexts.Get("Share")}</button>
        <button type="button" class="explorer-button explorer-button-quiet" data-explorer-curl>{ExplorerTexts.Get("Curl")}</button>
        <button type="button" class="explorer-button explorer-button-quiet" popovertarget="explorer-history">{ExplorerTexts.Get("History")}</button>
        </span>
        </div>
        {Code("query", ExplorerTexts.Get("Document"), query["query"].ToString())}
        <p class="explorer-hint" id="explorer-keys">{ExplorerTexts.Get("Keys")}</p>
        <p class="explorer-hint" data-explorer-estimate></p>
        {Problems("query")}
        <details class="explorer-fold" data-explorer-fold="variables"><summary>{ExplorerTexts.Get("Variables")} <span data-explorer-count="variables"></span></summary>
        {Code("variables", ExplorerTexts.Get("Variables"), query["variables"].ToString())}
        {Problems("variables")}
        <p><button type="button" class="explorer-button explorer-button-quiet" data-explorer-fill>{ExplorerTexts.Get("Fill")}</button></p>
        </details>
        <details class="explorer-fold" data-explorer-fold="headers"><summary>{ExplorerTexts.Get("Headers")} <span data-explorer-count="headers"></span></summary>
        <p class="explorer-hint" id="explorer-headers-hint">{ExplorerTexts.Get("Headers.Hint")}</p>
        {Code("headers", ExplorerTexts.Get("Headers"), string.Empty)}
        {Problems("headers")}
        </details>
        <div id="explorer-history" class="explorer-popover" popover aria-label="{ExplorerTexts.Get("History")}" role="dialog" data-explorer-history></div>
        </section>

        """;

    private static Html Code(string name, string label, string text) => $"""
        <div class="explorer-code" data-explorer-code="{name}">
        <label class="explorer-hidden" for="explorer-{name}">{label}</label>
        <pre aria-hidden="true"></pre>
        <textarea id="explorer-{name}" spellcheck="false" autocomplete="off" autocapitalize="off" rows="1" aria-describedby="explorer-{(name == "headers" ? "headers-hint" : "keys")} explorer-{name}-problems">{text}</textarea>
        </div>

        """;

    private static Html Problems(string name) =>
        $"""<ul class="explorer-problems" id="explorer-{name}-problems" data-explorer-problems="{name}" aria-label="{ExplorerTexts.Get("Problems")}"></ul>""";

    private Html Tokens() => tokens.Count == 0
        ? None
        : $"""<p class="explorer-tokens"><span>{ExplorerTexts.Get("Tokens")}</span> {tokens.Select(token =>
            (Html)$"""<button type="button" class="explorer-button" data-explorer-token="{token.Token}">{token.Title}</button>""")}</p>""";

    private static Html Results() => $"""
        <section class="explorer-results" aria-label="{ExplorerTexts.Get("Result")}">
        <div class="explorer-bar"><h2>{ExplorerTexts.Get("Result")}</h2><p class="explorer-status" role="status" data-explorer-status></p>
        <span class="explorer-bar-end"><button type="button" class="explorer-button explorer-button-quiet" data-explorer-copy hidden>{ExplorerTexts.Get("Copy")}</button></span></div>
        <div class="explorer-result" data-explorer-result><p class="explorer-hint">{ExplorerTexts.Get("Result.Hint")}</p></div>
        </section>

        """;
}
