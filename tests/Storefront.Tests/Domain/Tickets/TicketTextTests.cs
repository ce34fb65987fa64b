using System.Collections.Immutable;
using Storefront.Domain.Tickets;

namespace Storefront.Tests.Domain.Tickets;

public class TicketTextTests
{
    private static readonly TicketLimits Limits = Desk.Flunt.Limits;

    [Fact]
    public void Text_is_stored_without_spaces_around_it_and_with_plain_line_ends() =>
        Assert.Equal(
            ("The checkout fails", "First\n\tthen\nlast"),
            TicketText.Check("  The checkout fails ", "First\r\n\tthen\rlast\n", Limits).Value);

    [Fact]
    public void Lengths_are_counted_in_characters_as_people_know_them_not_in_units()
    {
        var rockets = string.Concat(Enumerable.Repeat("🚀", Limits.SubjectLength));
        Assert.False(TicketText.Check(rockets, "Body", Limits).IsRefused);
        Assert.Equal<TextFault>(
            [new TextFault("subject", TextFaultKind.TooLong, Limits.SubjectLength + 1, Limits.SubjectLength)],
            Faults(rockets + "🚀", "Body"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \u3000\t ")]
    [InlineData("\u200b\u2060")]
    public void What_shows_nothing_is_empty(string? subject) =>
        Assert.Equal(TextFaultKind.Empty, Assert.Single(Faults(subject, "Body")).Kind);

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u001bb")]
    [InlineData("a\u0085b")]
    [InlineData("two\nlines")]
    public void Control_characters_are_refused_in_a_subject(string subject) =>
        Assert.Equal(TextFaultKind.ControlCharacters, Assert.Single(Faults(subject, "Body")).Kind);

    [Fact]
    public void What_turns_the_direction_of_writing_is_taken_out_of_a_line() =>
        Assert.Equal("Call +56 2 5550", TicketText.Check("\u2066Call \u202D+56 2 5550\u202C ", "Body", Limits).Value.Subject);

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Equal(TextFaultKind.ControlCharacters, Assert.Single(Faults("half " + "🚀"[0], "Body")).Kind);

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u001bb")]
    public void Control_characters_are_refused_in_a_body(string body) =>
        Assert.Equal(("body", TextFaultKind.ControlCharacters), Faults("Subject", body).Select(fault => (fault.Field, fault.Kind)).Single());

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(
            [("subject", TextFaultKind.Empty), ("body", TextFaultKind.TooLong)],
            Faults("", new string('x', 101)).Select(fault => (fault.Field, fault.Kind)));

    [Fact]
    public void A_reply_is_checked_like_a_body()
    {
        Assert.Equal("Thanks", TicketText.CheckBody(" Thanks\n", Limits).Value);
        Assert.IsType<TextNotValid>(TicketText.CheckBody(new string('x', 101), Limits).Refusal);
    }

    private static ImmutableArray<TextFault> Faults(string? subject, string? body) =>
        Assert.IsType<TextNotValid>(TicketText.Check(subject, body, Limits).Refusal).Faults;
}
