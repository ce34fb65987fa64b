using Storefront.Features.Help;
using Storefront.Tests.Support;

namespace Storefront.Tests.Features.Help;

/// <summary>What the help centre says to tickets, on both engines.</summary>
public class HelpAdvisorTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_question_in_other_words_finds_its_page_and_what_is_about_something_else_finds_none(DatabaseKind kind)
    {
        await using var store = await TestStore.CreateAsync(kind, services => services.AddHelp());
        var advisor = store.Get<IHelpAdvisor>();

        (string Subject, string Language, string Page)[] asked =
        [
            ("Se pierden mis horas sin usar?", "es-CL", "unused-hours"),
            ("Cuando recibo las facturas", "es-CL", "invoice-when"),
            ("Quiero cambiar el plan", "es-CL", "change-plan"),
            ("devolución de dinero por las horas sin usar", "es-CL", "refunds"),
            ("Mis claves, ¿están seguras con ustedes?", "es-CL", "credentials"),
            ("Do I lose unused hours?", "en", "unused-hours"),
            ("minimum term", "en", "minimum-term"),
            ("When will I get my invoices?", "en", "invoice-when"),
        ];
        foreach (var (subject, language, page) in asked)
        {
            var advice = await advisor.AdviseAsync(new HelpQuestion(subject, "", language), 3, CancellationToken.None);
            Assert.Equal((subject, page), (subject, advice is [var first, ..] ? first.Page.Key : null));
            Assert.True(advice[0].Confidence > 0.5, $"{subject}: {advice[0].Confidence}");
        }

        foreach (var subject in new[] { "El carrito aparece vacío en el celular", "Error 500", "hola", "", "\"; DROP", "¿¿??", "💥" })
        {
            var advice = await advisor.AdviseAsync(new HelpQuestion(subject, "Desde ayer nadie puede comprar.", "es-CL"), 3, CancellationToken.None);
            Assert.True(advice.All(page => page.Confidence < 0.5), $"{subject}: {string.Join(", ", advice)}");
        }
    }
}
