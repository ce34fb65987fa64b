using System.Text.Json.Nodes;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Api.StaffApi;

namespace Storefront.Tests.Features.Api;

/// <summary>The credential safe over the wire.</summary>
public sealed class CredentialMutationTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    [Fact]
    public async Task FLU_24_A_credential_is_stored_shared_shown_to_who_works_on_the_ticket_taken_back_and_deleted()
    {
        using var customer = await TicketApi.ConnectAsync(host);
        using var staff = await HireAsync(host);
        var ticket = (await customer.OpenAsync())["id"]!.GetValue<string>();

        var id = await StoreAsync(customer);
        var shared = await DoAsync(customer, "shareCredential", Both(id, ticket), "ticket { number }");
        var nobodys = await staff.DoAsync("revealCredential", Both(id, ticket), "revealedCredential { secret }");
        await staff.DoAsync("changeTicketStatus", $$"""ticketId: "{{ticket}}", status: IN_PROGRESS""", "ticket { number }");
        var shown = await staff.DoAsync("revealCredential", Both(id, ticket), "revealedCredential { name userName secret }");
        var taken = await DoAsync(customer, "unshareCredential", Both(id, ticket), "ticket { number }");
        var hidden = await staff.DoAsync("revealCredential", Both(id, ticket), "revealedCredential { secret }");
        var deleted = await DoAsync(customer, "deleteCredential", $$"""credentialId: "{{id}}" """, "storedCredential { id }");
        var gone = await DoAsync(customer, "shareCredential", Both(id, ticket), "ticket { number }");

        Assert.Equal((null, "NOT_WORKING_ON_TICKET", null), (CodeOf(shared), CodeOf(nobodys), CodeOf(shown)));
        Assert.Equal(("ana", "s3cret"), (shown["revealedCredential"]!["userName"]!.GetValue<string>(), shown["revealedCredential"]!["secret"]!.GetValue<string>()));
        Assert.Equal((null, "NOT_FOUND", null, "NOT_FOUND"), (CodeOf(taken), CodeOf(hidden), CodeOf(deleted), CodeOf(gone)));
    }

    [Fact]
    public async Task COM_06_Another_account_s_safe_and_tickets_are_not_found_and_what_is_missing_is_refused()
    {
        using var customer = await TicketApi.ConnectAsync(host);
        using var other = await TicketApi.ConnectAsync(host);
        var (mine, theirs) = ((await customer.OpenAsync())["id"]!.GetValue<string>(), (await other.OpenAsync())["id"]!.GetValue<string>());
        var id = await StoreAsync(customer);

        var stolen = await DoAsync(other, "shareCredential", Both(id, theirs), "ticket { number }");
        var planted = await DoAsync(other, "storeCredential", $$"""name: "x", secret: "x", ticketId: "{{mine}}" """, "storedCredential { id }");
        var deleted = await DoAsync(other, "deleteCredential", $$"""credentialId: "{{id}}" """, "storedCredential { id }");
        var empty = await DoAsync(customer, "storeCredential", """name: "x", secret: " " """, "storedCredential { id }");
        var forbidden = await customer.PostAsync($$"""mutation { revealCredential(input: { {{Both(id, mine)}} }) { revealedCredential { secret } } }""");

        Assert.Equal(("NOT_FOUND", "NOT_FOUND", "NOT_FOUND", "TEXT_NOT_VALID"), (CodeOf(stolen), CodeOf(planted), CodeOf(deleted), CodeOf(empty)));
        Assert.Equal("FORBIDDEN", forbidden["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
    }

    private static Task<JsonNode> DoAsync(TicketApi by, string mutation, string input, string fields) => PayloadAsync(by.Http, mutation, input, fields);

    private static async Task<string> StoreAsync(TicketApi by)
    {
        var stored = await DoAsync(by, "storeCredential", """name: "Shop admin", userName: "ana", secret: "s3cret" """, "storedCredential { id }");
        Assert.Null(CodeOf(stored));
        return stored["storedCredential"]!["id"]!.GetValue<string>();
    }

    private static string Both(string credential, string ticket) => $$"""credentialId: "{{credential}}", ticketId: "{{ticket}}" """;
}
