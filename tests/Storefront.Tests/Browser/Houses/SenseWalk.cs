using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser.Houses;

/// <summary>Sense Digital, in Spanish: a deposit starts the kick-off, the balance ends the project, and support answers by the fault's cause.</summary>
public sealed class SenseWalk(BrowserFixture fixture) : HouseWalk(fixture)
{
    private const string Email = "rosa@cafenorte.example";

    protected override string House => "sense";

    protected override string Language => "es-CO";

    [BrowserFact]
    public Task SEN_01_SEN_03_SEN_04_SEN_05_SEN_06_SEN_07_SEN_08_SEN_09_SEN_10_SEN_11_SEN_12_In_Sense_from_the_deposit_to_the_after_sale() => WalkAsync("sense", async (customer, staff) =>
    {
        await PayTheDepositAsync(customer);
        var project = new ProjectWalk(customer, staff, 1);
        await KickOffAsync(customer, staff, project);
        await AddMoreAsync(customer, staff, project);
        await ProduceAsync(customer, staff, project);
        await DeliverAsync(customer, staff, project);
        await AfterSaleAsync(customer, staff, project);
        await ReportAsync(customer, staff);
    });

    /// <summary>SEN-10: half with the order, half with the delivery, by card.</summary>
    private static async Task PayTheDepositAsync(Visitor customer)
    {
        await customer.ReadOnAsync("/plans", "Página de aterrizaje", "Anticipo: $ 714.000,00 con el pedido", "Saldo: $ 714.000,00 con la entrega", "Entrega en 10 días hábiles desde el inicio");
        await customer.ClickAsync("a[href*='/checkout/landing']");
        await customer.RegisterAsync("Café Norte", "Rosa Díaz", Email, "**/checkout/landing*");
        await customer.ReadAsync("Pedir y pagar $ 714.000,00", "Total $ 1.428.000,00");
        await customer.ChooseAsync("method", "card");
        await customer.PayByCardAsync();
        await customer.ReadAsync("El anticipo está pagado", "$ 714.000,00 pagado", "$ 714.000,00 más adelante");
    }

    /// <summary>SEN-01: booking, documents, one reminder, verification, the meeting; the first days are a holiday and one of ours.</summary>
    private static async Task KickOffAsync(Visitor customer, StaffVisitor staff, ProjectWalk project)
    {
        await customer.ReadOnAsync("/projects", "Nos toca a nosotros: Agenda y grupo.");
        await customer.ReadOnAsync(project.Customers, "En preparación", "No tienes que hacer nada.");
        await customer.MoveClockAsync("P1D");
        await project.WorkAsync("booking");
        await customer.ReadOnAsync(project.Customers, "Te toca a ti: Documentos.", "Faltan 3 de 3 insumos.");
        await customer.MoveClockAsync("P8D");
        await customer.ReadOnAsync(project.Customers, "Aviso 1 sobre «Documentos»", "Vencía el 9 nov 2026, 19:00; aún tienes hasta el 11 nov 2026, 19:00.");
        await customer.ReadMailAsync(Email, "Recordatorio 1 de 1");
        await project.GiveAsync("brand", "En toda la página", "El logo del café.", withFile: true);
        await project.GiveAsync("briefing", "Donde corresponda", "Vendemos café de origen.");
        await project.GiveAsync("contents", "En la portada", "Los textos y las fotos.");
        await project.AcceptAsync();
        await project.BookAsync();
        await customer.ReadAsync("Agendada para el");
    }

    /// <summary>SEN-03: more than was contracted is quoted while the kick-off goes on; SEN-05: approved, it is tasks of the project, paid by itself.</summary>
    private static async Task AddMoreAsync(Visitor customer, StaffVisitor staff, ProjectWalk project)
    {
        await project.AskAsync("ExtraWork", "Un formulario para pedidos.");
        await project.QuoteAsync("200.000", "Formulario con aviso por correo.", "Formulario de pedidos");
        await project.ApproveQuoteAsync("Formulario con aviso por correo.", "$ 238.000,00", "se suma a este proyecto como tareas");
        await customer.ReadAsync("En preparación", "Aprobado: forma parte de este proyecto como tareas adicionales.", "Agregado: Formulario de pedidos");
        await customer.ClickAsync("#requests a[href*='/orders/']");
        await customer.ReadAsync("Por pagar ahora: $ 238.000,00");
        await customer.PayByCardAsync();
        await customer.ReadAsync("Pagado por completo, gracias");
        await customer.MoveClockAsync("P7D");
        await project.WorkAsync("kick-off");
        await staff.ReadOnAsync("/desk/projects", "Café Norte", "Producción");
    }

    /// <summary>SEN-04: percent and expected day at once, and more of both with each task.</summary>
    private static async Task ProduceAsync(Visitor customer, StaffVisitor staff, ProjectWalk project)
    {
        await customer.ReadOnAsync(project.Customers, "En curso", "Nos toca a nosotros: Producción.", "Entrega esperada:");
        var before = await customer.Page.InnerTextAsync(".lead ~ * >> text=/Avance: /");
        await staff.ReadOnAsync(project.Desks, "Formulario de pedidos adicional");
        await project.FinishTaskAsync("production");
        await customer.OpenAsync(project.Customers);
        Assert.NotEqual(before, await customer.Page.InnerTextAsync(".lead ~ * >> text=/Avance: /"));
        await project.WorkAsync("production");
        await project.DocumentAsync("IntermediateList", "Lista intermedia", "Portada", "El botón en verde");
        await customer.ReadOnAsync(project.Customers, "Te toca a ti: Entrega intermedia.", "El botón en verde");
        await customer.ClickAsync("#approval form[action*='handler=Approve'] button");
        await customer.ReadAsync("Aprobaste el trabajo.");
    }

    /// <summary>SEN-07 the record says what is left to do; SEN-10 the balance with the delivery; SEN-06 the opinion.</summary>
    private static async Task DeliverAsync(Visitor customer, StaffVisitor staff, ProjectWalk project)
    {
        await project.DocumentAsync("DeliveryRecord", "Acta de entrega", "Portada y formulario", "El menú en otro orden");
        await project.WorkAsync("delivery");
        await customer.ReadOnAsync(project.Customers, "Te toca a ti: Saldo y opinión.", "Queda por pagar $ 714.000,00.", "El menú en otro orden");
        await customer.ReadMailAsync(Email, "¿Cómo te fue?");
        await customer.OpenAsync(project.Customers);
        await customer.ChooseAsync("opinion", "5");
        await customer.FillAsync("#opinion-text", "Quedó muy bien.");
        await customer.ClickAsync("#opinion form button");
        await customer.ReadAsync("Diste 5 de 5. Gracias.");
        await customer.FollowAsync("Pagar");
        await customer.ReadAsync("Por pagar ahora: $ 714.000,00");
        await customer.PayByCardAsync();
        await customer.ReadAsync("Pagado por completo, gracias");
        await staff.ReadOnAsync("/desk/invoices", "Café Norte");
    }

    /// <summary>SEN-08: what the record left open is done, another change is shown why not; SEN-09: the delivery's day at once.</summary>
    private static async Task AfterSaleAsync(Visitor customer, StaffVisitor staff, ProjectWalk project)
    {
        await project.AskAsync("Change", "Falta cambiar el menú.");
        await staff.OpenAsync(project.Desks);
        await staff.FillAsync("[id^='answer-']", "Estaba pendiente, lo hacemos.");
        await staff.Page.Locator("[id^='evidence-']").First.SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = "El menú en otro orden (pendiente)" });
        await staff.ClickAsync("form[action*='handler=Answer'] button");
        await customer.ReadOnAsync(project.Customers, "Incluido, en operaciones", "Según esta línea: El menú en otro orden");
        await staff.ClickAsync("form[action*='handler=Done'] button");
        await customer.ReadOnAsync(project.Customers, "Hecho");

        await project.AskAsync("Change", "Todo en verde.");
        await staff.OpenAsync(project.Desks);
        await staff.FillAsync("[id^='answer-']", "No está en el acta ni en la lista intermedia.");
        await staff.ClickAsync("form[action*='handler=Answer'] button");
        await customer.ReadOnAsync(project.Customers, "No incluido", "No está en el acta ni en la lista intermedia.");
        await project.AskAsync("Dispute", "No me entregaron la página.");
        await customer.ReadAsync("La entrega consta desde el 18 de noviembre de 2026.");

        await project.WorkAsync("after-sale");
        await customer.ReadOnAsync(project.Customers, "Completado", "Todo está terminado.");
    }

    /// <summary>SEN-11: four hours at any time of the day when nobody can buy; SEN-12: by the priority line, not for a spelling mistake.</summary>
    private static async Task ReportAsync(Visitor customer, StaffVisitor staff)
    {
        await customer.MoveClockAsync("P2M");
        await customer.OpenAsync("/tickets/new");
        await customer.ChooseAsync("Input.Kind", "gateway");
        await customer.FillAsync("#Input_Subject", "Nadie puede pagar");
        await customer.FillAsync("#Input_Body", "La pasarela responde con error.");
        await customer.ReadAtAsync("#outlook", "Sería Primera necesidad", "Primera respuesta");
        var number = await new TicketPages(customer.Page).SendAsync();
        await customer.ReadAsync("+57 350 668 6423");
        var desk = new DeskPages(staff.Page);
        await desk.OpenTicketAsync(number);
        await desk.ReplyAsync("Ya hablamos con la pasarela.");
        await desk.MoveAsync("Resolved");
        await customer.ReadOnAsync($"/tickets/{number}", "Resuelto", "cumplido");
    }
}
