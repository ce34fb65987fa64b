using Microsoft.Playwright;

namespace Storefront.Tests.Browser.Pages;

/// <summary>Parts of the explorer's script, each called by itself in the browser, on the storefront's own schema.</summary>
public sealed class ExplorerScript(IPage page)
{
    /// <summary>What would be inserted at the place marked by <c>|</c>, the best first.</summary>
    public Task<string[]> CompleteAsync(string marked) => CallAsync<string[]>(marked, """
        const at = given.indexOf("|");
        const text = given.replace("|", "");
        return script.complete(text, script.lex(text).tokens, at, model).items.map(item => item.insert);
        """);

    /// <summary>What would be inserted into the variables of a document's operation at the place marked by <c>|</c>, the best first.</summary>
    public Task<string[]> CompleteVariablesAsync(string document, string marked) => CallAsync<string[]>($"{document}\n--\n{marked}", """
        const [written, marked] = given.split("\n--\n");
        const operation = script.operationsOf(script.lex(written).tokens)[0];
        return script.completeJson(marked.replace("|", ""), marked.indexOf("|"), operation, model)?.items.map(item => item.insert) ?? [];
        """);

    /// <summary>What is kept of a document or its variables.</summary>
    public Task<string> WithoutSecretsAsync(string text) => CallAsync<string>(text, "return script.withoutSecrets(given);");

    /// <summary>A document tidied up; null where it cannot be.</summary>
    public Task<string?> FormatAsync(string document) => CallAsync<string?>(document, "return script.format(given);");

    /// <summary>What is wrong with the variables of a document's operation: names of texts, and where.</summary>
    public Task<string[]> CheckVariablesAsync(string document, string variables) => CallAsync<string[]>($"{document}\n--\n{variables}", """
        const [written, variables] = given.split("\n--\n");
        const operation = script.operationsOf(script.lex(written).tokens)[0];
        return script.checkVariables(variables, operation, model).problems.map(({ name, values, start }) => `${name} ${values.path ?? values.name ?? start}`);
        """);

    /// <summary>The headers that are sent, then what is wrong with the others.</summary>
    public Task<string[]> CheckHeadersAsync(string headers) => CallAsync<string[]>(headers, """
        const checked = script.checkHeaders(given);
        return [...checked.headers.map(([name, value]) => `${name}=${value}`), ...checked.problems.map(problem => problem.name)];
        """);

    /// <summary>Types a document letter by letter before what follows it: whether reading on gives the same as reading from the start, each time.</summary>
    public Task<bool> ReadsOnAsync(string document) => CallAsync<bool>(document, """
        let read;
        for (let length = 0; length <= given.length; length++) {
          const text = given.slice(0, length) + given.slice(given.length - (length % 7));
          read = script.lex(text, read);
          if (JSON.stringify(read) !== JSON.stringify(script.lex(text))) {
            return false;
          }
        }
        return true;
        """);

    private Task<T> CallAsync<T>(string given, string body) => page.EvaluateAsync<T>(
        $$"""
        async given => {
          const script = await import(document.querySelector('script[src*="explorer.js"]').src);
          const model = document.querySelector("[data-explorer]").explorer.schema;
          {{body}}
        }
        """,
        given);
}
