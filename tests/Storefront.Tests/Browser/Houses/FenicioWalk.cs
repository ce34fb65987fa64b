using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser.Houses;

/// <summary>Fenicio, in Spanish: a free hour for everybody, plans for a year at least, add-ons out of a catalogue, a plan earned by sales.</summary>
public sealed class FenicioWalk(BrowserFixture fixture) : HouseWalk(fixture)
{
    private const string Email = "rosa@mueblesnorte.example";

    protected override string House => "fenicio";

    protected override string Language => "es-UY";

    [BrowserFact]
    public Task FEN_01_FEN_02_FEN_03_FEN_04_FEN_05_FEN_06_FEN_08_FEN_10_FEN_13_FEN_16_FEN_19_In_Fenicio_from_the_free_hour_to_the_end_of_the_term() => WalkAsync("fenicio", async (customer, staff) =>
    {
        await BeginFreeAsync(customer);
        await ReportAsync(customer, staff);
        await GrowAsync(customer);
        await AskForAnAddOnAsync(customer, staff);
        await TurnMonthsAsync(customer);
    });

    /// <summary>FEN-01: Básico is everybody's, free; FEN-03: nothing is kept of it.</summary>
    private static async Task BeginFreeAsync(Visitor customer)
    {
        await customer.ReadOnAsync("/plans", "Básico", "Gratis", "Pagas $ 14.518,00 al mes: $ 11.900,00 + IVA $ 2.618,00", "Las horas no se acumulan.", "El plazo contratado es de 12 meses");
        await customer.FollowAsync("Abrir una cuenta");
        await customer.RegisterHereAsync("Muebles Norte", "Rosa Díaz", Email);
        await customer.ReadOnAsync("/hours", "Queda 1 h", "Básico");
    }

    /// <summary>FEN-08 the level, FEN-16 its answer: level 2 of Básico within 16 business hours; level 3 costs hours, FEN-10 at least 30 minutes.</summary>
    private static async Task ReportAsync(Visitor customer, StaffVisitor staff)
    {
        var fault = await AskAsync(customer, "broken-design", "El menú se ve roto", "Sería Nivel 2", "Primera respuesta a más tardar el martes, 3 nov. 2026, 16:00", "No usa ninguna de tus horas.");
        var desk = new DeskPages(staff.Page);
        await desk.OpenTicketAsync(fault);
        await desk.ConfirmClassAsync();
        await desk.ReplyAsync("Lo corregimos hoy.");
        await desk.MoveAsync("InProgress");
        await desk.LogAsync(25, "Estilos del menú");
        await desk.MoveAsync("Resolved");
        await customer.ReadOnAsync($"/tickets/{fault}", "Resuelto", "Lo corregimos hoy.");
        await customer.ReadOnAsync("/hours", "Queda 1 h");
    }

    /// <summary>FEN-06: in advance by card; FEN-04: the whole difference, and all its hours at once.</summary>
    private static async Task GrowAsync(Visitor customer)
    {
        await customer.OpenAsync("/plans");
        await customer.ClickAsync("article[aria-labelledby=plan-silver] a.button");
        await customer.Page.ArriveAsync("**/checkout?plan=silver*");
        await customer.ReadAsync("$ 14.518,00");
        await customer.PayByCardAsync();
        await customer.ReadAsync("Tu plan está activo");
        await customer.ReadOnAsync("/hours", "Quedan 5 h");
        await customer.ReadOnAsync("/subscription/change?plan=gold&interval=month", "De Silver a Gold, la diferencia completa", "$ 12.200,00", "+5 h");
        await customer.PressAsync("Cambiar a Gold ahora");
        await customer.ReadOnAsync("/hours", "Quedan 10 h");
        await customer.ReadOnAsync("/subscription/change?plan=silver&interval=month", "El plazo contratado termina el 2 de noviembre de 2027");
    }

    /// <summary>FEN-19: an add-on opens a ticket filled in; FEN-13: above an hour it is quoted; FEN-10: the least charge of Gold is ten minutes.</summary>
    private static async Task AskForAnAddOnAsync(Visitor customer, StaffVisitor staff)
    {
        await customer.ReadOnAsync("/add-ons", "Banner con contador");
        await customer.ClickAsync("main a[href*='/tickets/new']");
        await customer.ReadAsync("Abrir un ticket");
        await customer.ReadAtAsync("#outlook", "Consultas y pedidos");
        var number = await new TicketPages(customer.Page).SendAsync();
        await staff.OpenAsync($"/desk/tickets/{number}/quote");
        await staff.FillAsync("[name='Input.Description']", "Banner con contador para la campaña.");
        await staff.FillAsync("[name='Input.Minutes']", "180");
        await staff.PressAsync("Enviar al cliente");
        await staff.ReadAsync("La cotización se envió al cliente.");
        await customer.OpenMailAsync(Email, "/quote");
        await customer.ReadAsync("Banner con contador para la campaña.", "3 h", "3 dic. 2026");
        await customer.PressAsync("Aprobar");
        await customer.ReadOnAsync("/hours", "Reservadas por cotizaciones aprobadas 3 h");

        // Work that began before nine counts double.
        await customer.MoveClockAsync("PT4H");
        var desk = new DeskPages(staff.Page);
        await staff.OpenAsync($"/desk/tickets/{number}");
        await desk.MoveAsync("InProgress");
        await desk.LogAsync(150, "Banner y contador");
        await desk.MoveAsync("Resolved");
        await desk.MoveAsync("Closed");
        await customer.ReadOnAsync("/hours", "Quedan 7 h 30 min");
    }

    /// <summary>FEN-03: nothing rolls over; FEN-06: nothing comes before it is paid; FEN-05: cancelled, it ends with the term, and the free hour stays.</summary>
    private static async Task TurnMonthsAsync(Visitor customer)
    {
        await customer.MoveClockAsync("P29DT20H");
        await customer.ReadOnAsync("/hours", "Quedan 0 h", "Estamos cobrando tu plan");
        await customer.MoveClockAsync("PT4H");
        await customer.ReadOnAsync("/hours", "Quedan 10 h", "período del 2 dic. 2026 al 1 ene. 2027", "Vencimiento", "7 h 30 min");
        await customer.NeverReadAsync("Traspaso");
        await customer.ReadOnAsync("/billing", "$ 26.718,00");
        await customer.ReadOnAsync("/hours/loyalty", "Todavía no");
        await customer.ReadOnAsync("/subscription/cancel", "2 de noviembre de 2027");
        await customer.PressAsync("Terminar mi plan");
        await customer.ReadAsync("Tu plan va a terminar");
        await customer.MoveClockAsync("P11M");
        await customer.ReadOnAsync("/subscription", "Básico");
        await customer.ReadOnAsync("/hours", "Queda 1 h");
    }

    private static async Task<int> AskAsync(Visitor customer, string kind, string subject, params string[] outlook)
    {
        await customer.OpenAsync("/tickets/new");
        await customer.ChooseAsync("Input.Kind", kind);
        await customer.FillAsync("#Input_Subject", subject);
        await customer.FillAsync("#Input_Body", "Desde hoy, en todas las páginas.");
        await customer.ReadAtAsync("#outlook", outlook);
        return await new TicketPages(customer.Page).SendAsync();
    }
}
