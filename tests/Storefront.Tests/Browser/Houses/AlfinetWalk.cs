using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser.Houses;

/// <summary>Alfinet, in Portuguese: faults are free, everything else is quoted at the hour of its season and done once it is paid.</summary>
public sealed class AlfinetWalk(BrowserFixture fixture) : HouseWalk(fixture)
{
    private const string Email = "rosa@lojanorte.example";

    protected override string House => "alfinet";

    protected override string Language => "pt-BR";

    [BrowserFact]
    public Task ALF_01_ALF_02_ALF_04_ALF_06_ALF_07_ALF_08_ALF_09_ALF_10_ALF_12_In_Alfinet_from_the_first_fault_to_work_that_was_paid_for() => WalkAsync("alfinet", async (customer, staff) =>
    {
        await ReportAsync(customer, staff);
        await AskForAQuoteAsync(customer, staff);
        await PayInBlackFridayAsync(customer, staff);
        await LetAQuoteLapseAsync(customer, staff);
    });

    /// <summary>ALF-01 a fault is free; ALF-04 the number at once; ALF-10 the phones once it is open; ALF-09 clocks wait for the customer.</summary>
    private static async Task ReportAsync(Visitor customer, StaffVisitor staff)
    {
        await customer.ReadOnAsync("/", "Suporte sem custo para os erros da loja.", "A hora hoje R$ 200,00", "A partir de 15 de novembro de 2026, Black Friday: R$ 400,00 a hora");
        await customer.ReadOnAsync("/plans", "Suporte: erro ou falha da loja Não é cobrado", "É orçado antes de ser feito");
        await customer.FollowAsync("Relatar uma falha");
        await customer.RegisterAsync("Loja Norte", "Rosa Dias", Email, "**/tickets/new?*");
        var tickets = new TicketPages(customer.Page);
        await FillAsync(customer, "support", "O carrinho não soma o frete", "Desde hoje cedo o frete fica zerado.");
        await customer.ReadAtAsync(
            "#outlook", "Seria Suporte", "Não é cobrado.", "Primeira resposta até terça-feira, 3 nov. 2026, 09:00", "Analisado, e você sabe o resultado até quarta-feira, 4 nov. 2026, 09:00");
        await customer.NeverReadAsync("+55 34 99134-7500");
        var number = await tickets.SendAsync();
        await customer.ReadAsync($"Recebemos seu ticket {number}.", "Na fila", "+55 34 99134-7500", "+55 34 99688-8627", "+55 34 99631-9134");
        await customer.FollowAsync("Pedir prioridade");
        await customer.FillAsync("#Text", "Ninguém consegue comprar.");
        await customer.PressAsync("Pedir prioridade");
        await customer.ReadAsync("Você pediu prioridade: 2 nov. 2026, 09:00");
        await customer.ReadMailAsync(Email, $"#{number} O carrinho não soma o frete: recebemos", $"O número dele é #{number}");

        await ConcludeAsync(staff, number, "Clarification", "Com que CEP isso acontece?");
        await customer.ReadOnAsync($"/tickets/{number}", "Aguardando sua resposta", "Até lá, nosso relógio fica parado.", "parado aguardando sua resposta");
        await customer.MoveClockAsync("P3D");
        await customer.ReadOnAsync($"/tickets/{number}", "parado aguardando sua resposta");
        await customer.FillAsync("#Input_Body", "Com todos de Uberlândia.");
        await customer.PressAsync("Enviar");
        await customer.ReadAsync("até sábado, 7 nov. 2026, 09:00");
        await ConcludeAsync(staff, number, "Done", "A tabela de fretes voltou a valer.");
        await customer.ReadOnAsync($"/tickets/{number}", "Resolvido", "A tabela de fretes voltou a valer.");
        await customer.NeverReadAsync("R$");
    }

    /// <summary>ALF-07: within the analysis it goes on to a quote, at the hour of its day.</summary>
    private static async Task AskForAQuoteAsync(Visitor customer, StaffVisitor staff)
    {
        await customer.OpenAsync("/plans");
        await customer.FollowAsync("Pedir um orçamento");
        var number = await RequestAsync(customer, "Banner de frete grátis");
        await QuoteAsync(staff, number, "Banner no topo, pronto em 3 dias úteis.", 480);
        await customer.ReadOnAsync(
            $"/tickets/{number}/quote", "Banner no topo, pronto em 3 dias úteis.", "Trabalho até 8 h", "R$ 1.600,00", "R$ 200,00 por hora", "Pode ser aprovado até 21 nov. 2026, 00:00");
    }

    /// <summary>ALF-02: the quote keeps its hour while Black Friday's costs twice as much; ALF-08: paid by the mail's link, and released at that moment.</summary>
    private static async Task PayInBlackFridayAsync(Visitor customer, StaffVisitor staff)
    {
        await customer.MoveClockAsync("P11D");
        await customer.ReadOnAsync("/rates", "Hoje R$ 400,00 por hora", "Black Friday: 200% do valor-base, até 30 de novembro de 2026");
        await customer.OpenMailAsync(Email, "/quote");
        await customer.ReadAsync("R$ 1.600,00");
        await customer.PressAsync("Aprovar");
        await customer.ReadAsync("A pagar agora: R$ 1.600,00");
        await customer.OpenMailAsync(Email, "/orders/");
        await customer.ChooseAsync("method", "card");
        await customer.PayByCardAsync();
        await customer.ReadAsync("Pago");

        await staff.OpenAsync("/desk");
        var desk = new DeskPages(staff.Page);
        await desk.OpenTicketAsync(2);
        await desk.MoveAsync("InProgress");
        await desk.LogAsync(420, "Banner com texto e link");
        await desk.MoveAsync("Resolved");
        await customer.ReadOnAsync("/tickets/2", "Resolvido", "7 h");
        await staff.OpenAsync("/desk/invoices");
        await staff.ClickAsync("form[action*='handler=issue'] button");
        await customer.OpenMailAsync(Email, "/invoices/");
        await customer.ReadAsync("Loja Norte", "R$ 1.600,00");
    }

    /// <summary>ALF-02: fifteen days; ALF-12: everything is in the panel, also what came to nothing.</summary>
    private static async Task LetAQuoteLapseAsync(Visitor customer, StaffVisitor staff)
    {
        await customer.OpenAsync("/tickets/new");
        var number = await RequestAsync(customer, "Página de coleção");
        await QuoteAsync(staff, number, "Uma página nova.", 60);
        await customer.ReadOnAsync($"/tickets/{number}/quote", "R$ 400,00", "Pode ser aprovado até 2 dez. 2026, 00:00");
        await customer.MoveClockAsync("P1M");
        await customer.ReadOnAsync($"/tickets/{number}/quote", "Venceu");
        await customer.ReadOnAsync("/rates", "Hoje R$ 200,00 por hora");
        await customer.OpenAsync("/tickets");
        await customer.FollowAsync("Todos");
        await customer.ReadAsync("Página de coleção", "Banner de frete grátis", "O carrinho não soma o frete");
        Assert.Equal(404, (await customer.Page.GotoAsync("/hours"))!.Status);
    }

    private static async Task FillAsync(Visitor customer, string kind, string subject, string body)
    {
        await customer.ChooseAsync("Input.Kind", kind);
        await customer.FillAsync("#Input_Subject", subject);
        await customer.FillAsync("#Input_Body", body);
    }

    private static async Task<int> RequestAsync(Visitor customer, string subject)
    {
        await FillAsync(customer, "evolution", subject, "Para a próxima campanha.");
        await customer.ReadAtAsync("#outlook", "Seria Manutenção e evolução", "É orçada e feita depois de paga.");
        return await new TicketPages(customer.Page).SendAsync();
    }

    private static async Task ConcludeAsync(StaffVisitor staff, int number, string outcome, string text)
    {
        await staff.OpenAsync($"/desk/tickets/{number}/analysis");
        await staff.ChooseAsync("Outcome", outcome);
        await staff.FillAsync("#outcome-text", text);
        await staff.PressAsync("Encerrar e avisar o cliente");
        await staff.ReadAsync("A análise terminou e o cliente foi avisado.");
    }

    private static async Task QuoteAsync(StaffVisitor staff, int number, string description, int minutes)
    {
        await staff.OpenAsync($"/desk/tickets/{number}");
        await new DeskPages(staff.Page).MoveAsync("Assessing");
        await ConcludeAsync(staff, number, "Quote", "Segue o orçamento.");
        await staff.OpenAsync($"/desk/tickets/{number}/quote");
        await staff.FillAsync("[name='Input.Description']", description);
        await staff.FillAsync("[name='Input.Minutes']", $"{minutes}");
        await staff.PressAsync("Enviar ao cliente");
        await staff.ReadAsync("O orçamento foi enviado ao cliente.");
    }
}
