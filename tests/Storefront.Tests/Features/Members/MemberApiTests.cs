using System.Text.Json.Nodes;
using Storefront.Features.Accounts;
using Storefront.Tests.Features.Checkout;
using Storefront.Tests.Features.Tickets;
using Storefront.Tests.Support;
using static Storefront.Tests.Features.Api.StaffApi;

namespace Storefront.Tests.Features.Members;

/// <summary>Members and invitations over the wire.</summary>
public sealed class MemberApiTests(StorefrontHost host) : IClassFixture<StorefrontHost>
{
    private const string Scopes = "members:read members:write";

    private const string People = "{ account { id members { id name email role approvalLimitMinutes joinedAt } invitations { id email role approvalLimitMinutes expiresAt } } }";

    [Fact]
    public async Task An_owner_s_program_invites_changes_and_removes()
    {
        using var owner = await TicketApi.ConnectAsync(host, Scopes);
        var email = $"bo-{owner.Person.Account.Value:N}@api.example";

        var invited = await PayloadAsync(owner.Http, "inviteMember", $$"""email: "{{email}}", role: MEMBER, approvalLimitMinutes: 120 """, "invitation { id email role approvalLimitMinutes }");
        var absurd = await PayloadAsync(owner.Http, "inviteMember", $$"""email: "{{email}}", role: MEMBER, approvalLimitMinutes: 0 """, "invitation { id }");
        var nobody = await PayloadAsync(owner.Http, "inviteMember", """email: "nobody", role: OWNER""", "invitation { id }");
        var open = (await owner.PostAsync(People))["data"]!["account"]!["invitations"]!.AsArray();

        Assert.Null(CodeOf(invited));
        Assert.Equal(("APPROVAL_LIMIT_NOT_VALID", "EMAIL_NOT_VALID"), (CodeOf(absurd), CodeOf(nobody)));
        Assert.Equal(invited["invitation"]!["id"]!.GetValue<string>(), Assert.Single(open)!["id"]!.GetValue<string>());

        Assert.Null((await host.AcceptAsync(await host.CodeAsync(email))).Refusal);
        var account = (await owner.PostAsync(People))["data"]!["account"]!;
        var (self, bo) = (Id(account["members"]![0]!), account["members"]![1]!);
        Assert.Equal(120, bo["approvalLimitMinutes"]!.GetValue<int>());
        var limited = await PayloadAsync(owner.Http, "setApprovalLimit", $$"""memberId: "{{Id(bo)}}", approvalLimitMinutes: null""", "member { approvalLimitMinutes role }");
        Assert.Null(limited["member"]!["approvalLimitMinutes"]);
        Assert.Equal("VIEWER", (await PayloadAsync(owner.Http, "setMemberRole", $$"""memberId: "{{Id(bo)}}", role: VIEWER""", "member { role }"))["member"]!["role"]!.GetValue<string>());
        Assert.Equal("VIEWER_APPROVES_NOTHING", CodeOf(await PayloadAsync(owner.Http, "setApprovalLimit", $$"""memberId: "{{Id(bo)}}", approvalLimitMinutes: 60""", "member { id }")));
        Assert.Equal("LAST_OWNER", CodeOf(await PayloadAsync(owner.Http, "setMemberRole", $$"""memberId: "{{self}}", role: MEMBER""", "member { id }")));
        Assert.Equal("LAST_OWNER", CodeOf(await PayloadAsync(owner.Http, "leaveAccount", $$"""accountId: "{{Id(account)}}" """, "formerMember { accountId }")));
        Assert.Null(CodeOf(await PayloadAsync(owner.Http, "removeMember", $$"""memberId: "{{Id(bo)}}" """, "formerMember { accountId }")));
        Assert.Single((await owner.PostAsync(People))["data"]!["account"]!["members"]!.AsArray());
        Assert.Null((await owner.PostAsync($$"""{ node(id: "{{Id(bo)}}") { id } }"""))["data"]!["node"]);
        var kinds = (await owner.PostAsync("{ account { events { kind } } }"))["data"]!["account"]!["events"]!.AsArray().Select(each => each!["kind"]!.GetValue<string>());
        Assert.Contains("MEMBERS_CHANGED", kinds);
    }

    [Fact]
    public async Task Others_read_and_do_nothing_and_another_account_s_are_not_found()
    {
        using var owner = await TicketApi.ConnectAsync(host, Scopes);
        using var other = await TicketApi.ConnectAsync(host, Scopes);
        using var reader = await TicketApi.ConnectAsync(host, "members:read", owner.Person);
        using var member = await TicketApi.ConnectAsync(host, Scopes, await Buyer.OpenAsync(host, MemberRole.Member));
        var invitation = Id((await PayloadAsync(owner.Http, "inviteMember", """email: "cleo@api.example", role: VIEWER""", "invitation { id }"))["invitation"]!);
        var id = Id((await owner.PostAsync(People))["data"]!["account"]!["members"]![0]!);

        Assert.Equal("NOT_FOUND", CodeOf(await PayloadAsync(other.Http, "setMemberRole", $$"""memberId: "{{id}}", role: VIEWER""", "member { id }")));
        Assert.Equal("NOT_FOUND", CodeOf(await PayloadAsync(other.Http, "removeMember", $$"""memberId: "{{id}}" """, "formerMember { accountId }")));
        Assert.Equal("NOT_FOUND", CodeOf(await PayloadAsync(other.Http, "withdrawInvitation", $$"""invitationId: "{{invitation}}" """, "invitation { id }")));
        Assert.Equal("NOT_FOUND", CodeOf(await PayloadAsync(other.Http, "resendInvitation", $$"""invitationId: "{{invitation}}" """, "invitation { id }")));
        Assert.Equal("OWNERS_ONLY", CodeOf(await PayloadAsync(member.Http, "inviteMember", """email: "cleo@api.example", role: VIEWER""", "invitation { id }")));
        Assert.Null((await other.PostAsync($$"""{ node(id: "{{invitation}}") { id } }"""))["data"]!["node"]);
        Assert.Null((await member.PostAsync(People))["data"]!["account"]!["invitations"]);
        var forbidden = await reader.PostAsync("""mutation { inviteMember(input: { email: "dan@api.example", role: VIEWER }) { invitation { id } } }""");
        Assert.Equal("FORBIDDEN", forbidden["errors"]![0]!["extensions"]!["code"]!.GetValue<string>());
        Assert.Null(CodeOf(await PayloadAsync(owner.Http, "resendInvitation", $$"""invitationId: "{{invitation}}" """, "invitation { sentAt }")));
        Assert.NotNull((await PayloadAsync(owner.Http, "withdrawInvitation", $$"""invitationId: "{{invitation}}" """, "invitation { withdrawnAt }"))["invitation"]!["withdrawnAt"]);
        Assert.Equal("INVITATION_WITHDRAWN", CodeOf(await PayloadAsync(owner.Http, "resendInvitation", $$"""invitationId: "{{invitation}}" """, "invitation { id }")));
    }

    [Fact]
    public async Task What_a_removed_member_follows_ends()
    {
        var owner = (await Buyer.OpenAsync(host)).Viewer;
        var (eva, member) = await host.JoinAsync(owner, "eva@api.example");
        var token = (await host.DoAsync<CreateApiToken, string>(action => action.HandleAsync(eva, "Panel", ["hours:read"], 30, CancellationToken.None))).Value;
        await using var follower = Api.LiveFollower.ByWebSocket(host.Address, token, "subscription { accountEvents { sequence kind } }");
        await follower.AfterAsync(1);

        Assert.Null((await host.RemoveAsync(owner, member.Id)).Refusal);

        Assert.Contains("Closed", await follower.FailureAsync(), StringComparison.Ordinal);
    }

    private static string Id(JsonNode node) => node["id"]!.GetValue<string>();
}
