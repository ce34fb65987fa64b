using NodaTime;
using Storefront.Domain.Accounts;
using Storefront.Tests.Support;

namespace Storefront.Tests.Domain.Accounts;

public class MembershipTests
{
    private static readonly Instant Now = TestStore.Start;

    private static readonly InvitationState Open = new(Now + InvitationRules.ValidFor, AcceptedAt: null, WithdrawnAt: null);

    [Theory]
    [InlineData(true, false, 1, true)]
    [InlineData(true, false, 2, false)]
    [InlineData(true, true, 1, false)]
    [InlineData(false, false, 1, false)]
    [InlineData(false, true, 0, false)]
    public void An_account_keeps_an_owner(bool isOwner, bool staysOwner, int owners, bool refused) =>
        Assert.Equal(refused, Ownership.Check(isOwner, staysOwner, owners) is LastOwner);

    [Theory]
    [InlineData(null, true)]
    [InlineData(1, true)]
    [InlineData(60_000, true)]
    [InlineData(0, false)]
    [InlineData(-1, false)]
    [InlineData(60_001, false)]
    [InlineData(int.MinValue, false)]
    public void A_limit_is_a_minute_or_more_and_there_may_be_none(int? minutes, bool fits) => Assert.Equal(fits, ApprovalLimit.Check(minutes) is null);

    [Fact]
    public void An_invitation_holds_for_fourteen_days_and_not_a_moment_longer()
    {
        Assert.Null(InvitationRules.Check(Open, Open.ExpiresAt - Duration.Epsilon));
        Assert.Equal(new InvitationExpired(Open.ExpiresAt), InvitationRules.Check(Open, Open.ExpiresAt));
        Assert.Equal(Duration.FromDays(14), InvitationRules.ValidFor);
        Assert.True(Open.IsOpen(Now));
    }

    [Fact]
    public void One_that_was_used_or_withdrawn_says_so_also_when_its_time_is_over()
    {
        var late = Now + Duration.FromDays(30);
        Assert.IsType<InvitationUsed>(InvitationRules.Check(Open with { AcceptedAt = Now }, late));
        Assert.IsType<InvitationWithdrawn>(InvitationRules.Check(Open with { WithdrawnAt = Now }, late));
    }

    [Fact]
    public void One_that_ran_out_is_sent_again_and_one_that_ended_is_not()
    {
        Assert.Null(InvitationRules.CheckAgain(Open, Now + Duration.FromDays(30)));
        Assert.IsType<InvitationUsed>(InvitationRules.CheckAgain(Open with { AcceptedAt = Now }, Now));
        Assert.IsType<InvitationWithdrawn>(InvitationRules.CheckAgain(Open with { WithdrawnAt = Now }, Now));
        Assert.Null(InvitationRules.CheckMails(InvitationRules.MostMails - 1));
        Assert.Equal(new InvitationSentOften(5), InvitationRules.CheckMails(InvitationRules.MostMails));
    }

    [Fact]
    public void Nobody_is_asked_who_is_in_and_no_more_than_an_account_can_have()
    {
        Assert.Null(InvitationRules.CheckNew(isMember: false, members: 1, open: 0, lastDay: 0));
        Assert.IsType<AlreadyMember>(InvitationRules.CheckNew(isMember: true, members: 100, open: 20, lastDay: 50));
        Assert.Equal(new TooManyMembers(100), InvitationRules.CheckNew(isMember: false, members: 95, open: 5, lastDay: 0));
        Assert.Equal(new TooManyInvitations(20), InvitationRules.CheckNew(isMember: false, members: 1, open: 20, lastDay: 20));
        Assert.Equal(new InvitationsADayReached(50), InvitationRules.CheckNew(isMember: false, members: 1, open: 0, lastDay: 50));
    }
}
