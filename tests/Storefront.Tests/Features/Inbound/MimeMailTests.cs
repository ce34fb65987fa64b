using System.Text;
using Storefront.Features.Inbound;
using Storefront.Features.Inbound.Mime;

namespace Storefront.Tests.Features.Inbound;

/// <summary>Mail as programs and attackers write it, read as a person would.</summary>
public class MimeMailTests
{
    [Fact]
    public void Headers_are_unfolded_and_their_encoded_words_read()
    {
        var mail = Read("From: =?utf-8?Q?Ana_Ib=C3=A1=C3=B1ez?= <Ana@Shop.Example>\r\nSubject: =?UTF-8?B?w5FhbmTDug==?=\r\n =?iso-8859-1?Q?_cay=F3?=\r\n\r\nHello");
        Assert.Equal(("ana@shop.example", "Ana Ibáñez", "Ñandú cayó", "Hello"), (mail.Sender, mail.SenderName, mail.Subject, mail.Text));
    }

    [Fact]
    public void Text_is_taken_before_HTML_and_files_are_told_from_both()
    {
        var mail = Read(
            "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=out\r\n\r\n--out\r\nContent-Type: multipart/alternative; boundary=\"in\"\r\n\r\n"
            + "--in\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nCaf=C3=A9 =\r\nsolo\r\n--in\r\nContent-Type: text/html\r\n\r\n<b>no</b>\r\n--in--\r\n"
            + "--out\r\nContent-Type: image/png; name*=utf-8''ni%C3%B1o.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--out--\r\n");
        Assert.Equal("Café solo", mail.Text);
        Assert.Equal("niño.png", Assert.Single(mail.Files).Name);
        Assert.Equal(8, mail.Files[0].Bytes.Length);
    }

    [Theory]
    [InlineData("<p>Hello<br>world</p><script>alert(1)</script>", "Hello\nworld")]
    [InlineData("<style>p{}</style><div>A &amp; B &lt;script&gt;</div><!-- hidden -->", "A & B <script>")]
    [InlineData("<ul><li>one<li>two</ul>", "- one\n- two")]
    [InlineData("<a href='javascript:alert(1)'>press</a><img src=x onerror=alert(1)>", "press")]
    [InlineData("Answer<blockquote>old<br>older</blockquote>", "Answer")]
    [InlineData("<div>unclosed <b", "unclosed")]
    public void HTML_becomes_harmless_text(string html, string text) =>
        Assert.Equal(text, Read($"From: a@b.example\r\nContent-Type: text/html\r\n\r\n{html}").Text);

    [Theory]
    [InlineData("Yes.\n\nOn Mon, 2 Nov 2026 at 10:00 Ana <a@b.example> wrote:\n> old", "Yes.")]
    [InlineData("Sí.\n\nEl lun, 2 nov 2026 a las 10:00, Ana (<a@b.example>)\nescribió:\n\n> viejo", "Sí.")]
    [InlineData("Sim.\n\nEm seg., 2 de nov. de 2026 às 10:00, Ana <a@b.example> escreveu:\n> velho", "Sim.")]
    [InlineData("Sí.\n\n-----Mensaje original-----\nDe: Ana", "Sí.")]
    [InlineData("Sí.\n\nDe: Ana <a@b.example>\nEnviado el: lunes\nPara: b\n\nviejo", "Sí.")]
    [InlineData("> question\nanswer below", "> question\nanswer below")]
    [InlineData("On Monday I wrote:\nnothing yet", "On Monday I wrote:\nnothing yet")]
    [InlineData("---------- Forwarded message ---------\nFrom: c\n\nthe fault", "---------- Forwarded message ---------\nFrom: c\n\nthe fault")]
    [InlineData("On Mon, 2 Nov 2026 at 10:00 Ana wrote:\n> old\nmy answer", "my answer")]
    public void History_is_trimmed_and_what_is_new_stays(string text, string trimmed) => Assert.Equal(trimmed, QuotedHistory.Trim(text));

    [Fact]
    public void A_wrong_charset_and_binary_are_harmless()
    {
        Assert.Equal("Ñandú", Bytes("Content-Type: text/plain; charset=utf-8", Encoding.Latin1.GetBytes("Ñandú")).Text);
        Assert.Equal("Ñandú", Bytes("Content-Type: text/plain; charset=no-such", Encoding.UTF8.GetBytes("Ñandú")).Text);
        Assert.Equal("€", Bytes("Content-Type: text/plain; charset=windows-1252", [0x80]).Text);
        Assert.Equal("+ADw-", Bytes("Content-Type: text/plain; charset=utf-7", "+ADw-"u8.ToArray()).Text);
        var binary = Bytes("Content-Type: text/plain", [.. Enumerable.Range(0, 4096).Select(value => (byte)value)]);
        Assert.DoesNotContain(binary.Text, character => char.IsControl(character) && character is not ('\n' or '\t'));
    }

    [Fact]
    public void What_is_nested_without_end_or_is_no_mail_at_all_is_read_as_far_as_it_goes()
    {
        var nested = string.Concat(Enumerable.Range(0, 500).Select(depth => $"Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n"));
        Assert.Equal("", Read("From: a@b.example\r\n" + nested).Text);
        Assert.Equal("", Read("").Sender);
        Assert.Equal("", Read("\0\0\0").Sender);
        Assert.Equal("", Read(new string('=', 100_000)).Subject);
        Assert.Empty(Read("From: a@b.example\r\nTo: " + string.Concat(Enumerable.Repeat("\"", 10_001)) + "\r\n\r\nHello").Recipients);
    }

    [Theory]
    [InlineData("mx; dmarc=pass", true)]
    [InlineData("mx; spf=pass; dmarc=fail (p=none)", false)]
    [InlineData("mx; spf=pass", null)]
    public void What_the_receiving_server_found_of_the_sender_counts(string results, bool? authentic) =>
        Assert.Equal(authentic, Read($"From: a@b.example\r\nAuthentication-Results: {results}\r\n\r\nHello").IsAuthentic);

    private static InboundContent Read(string mail) => MimeMail.Read(Encoding.UTF8.GetBytes(mail));

    private static InboundContent Bytes(string header, byte[] body) => MimeMail.Read([.. Encoding.ASCII.GetBytes($"From: a@b.example\r\n{header}\r\n\r\n"), .. body]);
}
