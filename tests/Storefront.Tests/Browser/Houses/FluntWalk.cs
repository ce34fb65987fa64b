using Storefront.Tests.Browser.Pages;
using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser.Houses;

/// <summary>Flunt, in Spanish: hours by the month, paid by the year. The figures are those of the rules' own examples.</summary>
public sealed class FluntWalk(BrowserFixture fixture) : HouseWalk(fixture)
{
    private const string Email = "rosa@norte.example";

    protected override string House => "flunt";

    protected override string Language => "es-CL";

    [BrowserFact]
    public Task FLU_02_FLU_03_FLU_05_FLU_08_FLU_09_FLU_10_FLU_14_FLU_16_FLU_19_FLU_20_FLU_21_In_Flunt_from_the_first_visit_to_the_third_year() => WalkAsync("flunt", async (customer, staff) =>
    {
        await BuyAsync(customer, staff);
        var number = await AskOnFridayAsync(customer, staff);
        await GrowAsync(customer, staff, number);
        await TurnMonthsAsync(customer);
        await RenewAndLeaveAsync(customer);
        await ComeBackByTransferAsync(customer, staff);
    });

    /// <summary>FLU-01 and FLU-02: the annual discount; FLU-20: the invoice within three business days.</summary>
    private static async Task BuyAsync(Visitor customer, StaffVisitor staff)
    {
        await customer.ReadOnAsync("/", "Desarrollo, integraciones y soporte con plazos comprometidos.", "$300.000 + IVA");
        await customer.ReadOnAsync("/plans?interval=year&currency=CLP", "10 % menos");
        await customer.ReadAtAsync(
            "article[aria-labelledby=plan-essential]", "10 h de trabajo al mes", "Pagas $3.855.600 una vez al año: $3.240.000 + IVA $615.600");
        await customer.ClickAsync("article[aria-labelledby=plan-essential] a.button");
        await customer.ReadAsync("Un paso antes de pagar");
        await customer.RegisterAsync("Norte Outdoor", "Rosa Díaz", Email, "**/checkout?plan=essential&interval=year*");
        await customer.ReadAsync(
            "Tu dirección está confirmada.", "Otras 10 h al comenzar cada mes de servicio; las próximas el 2 de diciembre de 2026.",
            "Se renueva el 2 de noviembre de 2027 al mismo precio", "Total hoy $3.855.600");
        await customer.PayByCardAsync();
        await customer.ReadAsync("Tu plan está activo");
        await customer.ReadOnAsync("/hours", "Plan Essential, período del 2 nov 2026 al 1 dic 2026", "Quedan 10 h");

        await customer.ReadOnAsync("/invoices", "hasta el 5 nov 2026", "$3.240.000", "$615.600", "$3.855.600");
        await staff.ReadOnAsync("/desk/invoices", "Norte Outdoor", "Vence el 5 nov 2026");
        await staff.ClickAsync("form[action*='handler=issue'] button");
        await staff.ReadAsync("Factura F-000001 emitida.");
        await customer.OpenMailAsync(Email, "/invoices/");
        await customer.ReadAsync("Norte Outdoor", "$3.240.000", "$615.600", "$3.855.600");
    }

    /// <summary>FLU-12 to FLU-16: the class, its targets over a weekend, a workaround, and hours that go down.</summary>
    private static async Task<int> AskOnFridayAsync(Visitor customer, StaffVisitor staff)
    {
        await customer.MoveClockAsync("P4DT7H30M");
        var tickets = new TicketPages(customer.Page);
        await tickets.OpenFormAsync();
        await tickets.FillAsync("No se puede pagar con Webpay", "Desde las 16:20 nadie llega al final de la compra.", urgent: true, weighty: true);
        await customer.ReadAtAsync(
            "#outlook", "Sería Crítico", "a más tardar el lunes, 9 nov 2026, 11:30", "a más tardar el sábado, 7 nov 2026, 16:30", "no hay nadie de turno", "Te quedan 10 h.");
        var number = await tickets.SendAsync();
        await customer.ReadAtAsync("#now", "En la cola", "Crítico", "lunes, 9 nov 2026, 11:30");

        var desk = new DeskPages(staff.Page);
        await desk.OpenTicketAsync(number);
        await desk.ConfirmClassAsync();
        await desk.ReplyAsync("Ya lo estamos mirando.");
        await desk.MoveAsync("InProgress");
        await staff.UnfoldAsync("#Workaround_Text");
        await staff.FillAsync("#Workaround_Text", "Dejamos habilitado Mercado Pago mientras tanto.");
        await staff.ClickAsync("form[action*=Workaround] button");
        await staff.ReadAsync("La solución temporal quedó registrada.");
        await desk.LogAsync(90, "Diagnóstico y cambio de medio de pago");
        await customer.ReadAtAsync("#now", "En curso");
        await customer.ReadAsync(
            "Ya lo estamos mirando.", "Dejamos habilitado Mercado Pago mientras tanto.", "hecho el viernes, 6 nov 2026, 16:30", "1 h 30 min de tus horas usadas");
        await customer.ReadOnAsync("/hours", "Quedan 8 h 30 min", "1 h 30 min usadas de 10 h");
        return number;
    }

    /// <summary>FLU-05: by days, on the 11th day of thirty; FLU-09: never beyond the balance; FLU-08: from next month.</summary>
    private static async Task GrowAsync(Visitor customer, StaffVisitor staff, int number)
    {
        await customer.MoveClockAsync("P6D");
        await customer.OpenAsync("/subscription/change");
        await customer.ChooseAsync("plan", "business");
        await customer.ChooseAsync("interval", "year");
        await customer.ClickAsync("main form[method=get] button");
        await customer.ReadAsync("De Essential a Business", "Pagas $0", "+6 h 40 min", "355 de 365 días", "$2.731.068", "Business, un año $6.048.000");
        await customer.PressAsync("Cambiar a Business ahora");
        await customer.ReadOnAsync("/hours", "Quedan 15 h 10 min");

        await staff.OpenAsync($"/desk/tickets/{number}");
        await staff.FillAsync("#Work_Minutes", "960");
        await staff.FillAsync("#Work_Note", "Corrección definitiva");
        await staff.ClickAsync("form[action*='Log'] .button-primary");
        await staff.ReadAsync("Sobran 50 min: a la cuenta le quedan 15 h 10 min. No se registró nada.");

        await customer.OpenAsync("/hours/advance");
        await customer.ReadAsync("Como máximo, en total 10 h");
        await customer.FillAsync("#hours", "5");
        await customer.PressAsync("Ver qué significa");
        await customer.ReadAsync("El próximo período trae 20 h", "Lo que no uses no se debe.");
        await customer.PressAsync("Adelantar 5 h");
        await customer.ReadOnAsync("/hours", "Quedan 20 h 10 min");
        var desk = new DeskPages(staff.Page);
        await staff.OpenAsync($"/desk/tickets/{number}");
        await desk.LogAsync(1090, "Corrección definitiva");
        await desk.MoveAsync("Resolved");
        await customer.ReadOnAsync("/hours", "Quedan 2 h");
        await customer.ReadOnAsync($"/tickets/{number}", "Resuelto");
    }

    /// <summary>FLU-08: what was used of the advance comes off the next grant; FLU-03: 30 % of what is left of a grant rolls over; FLU-19: the report.</summary>
    private static async Task TurnMonthsAsync(Visitor customer)
    {
        await customer.MoveClockAsync("P20D");
        await customer.ReadOnAsync("/hours", "período del 2 dic 2026 al 1 ene 2027", "Quedan 17 h", "−3 h", "+20 h");
        await customer.ReadOnAsync("/billing", "$3.249.971");
        await customer.MoveClockAsync("P31D");
        await customer.ReadOnAsync("/hours", "Quedan 25 h 6 min", "5 h 6 min");
        await customer.ReadOnAsync("/hours/reports/2026-12-02", "Pasan al siguiente período", "5 h 6 min");
        await customer.ReadOnAsync("/plans/rehearsal", "Tienes el plan que mejor calza con tu trabajo", "Business anual El tuyo");
        await customer.ReadMailAsync(Email, "Tus horas del 02-12-2026 al 01-01-2027", "Pasan al siguiente período: 5 h 06 min");
    }

    /// <summary>FLU-02: renewed by the year at what the plan costs; FLU-10 and FLU-11: ended without a term or money back.</summary>
    private static async Task RenewAndLeaveAsync(Visitor customer)
    {
        await customer.MoveClockAsync("P10M");
        await customer.ReadOnAsync("/subscription", "Business", "2 de noviembre de 2028");
        await customer.ReadOnAsync("/billing", "$7.197.120");
        await customer.ReadOnAsync("/subscription/cancel", "Tu plan Business sigue hasta el 2 de noviembre de 2028", "no se devuelven en dinero");
        await customer.PressAsync("Terminar mi plan");
        await customer.ReadAsync("Tu plan va a terminar");
        await customer.MoveClockAsync("P12M");
        await customer.ReadOnAsync("/subscription", "Tu plan terminó", "Terminó el 2 de noviembre de 2028.", "Volver");
    }
    /// <summary>FLU-21: bought and renewed by transfer: asked for ahead, told, confirmed, and the next period is there without a gap.</summary>
    private static async Task ComeBackByTransferAsync(Visitor customer, StaffVisitor staff)
    {
        await customer.OpenAsync("/checkout?plan=essential&interval=month");
        await customer.ReadAsync("Si pagas con Transferencia bancaria");
        await customer.ChooseAsync("method", "transfer");
        await customer.ClickAsync("main form .button-primary");
        await customer.Page.ArriveAsync("**/orders/*");
        await customer.ReadAsync("Paga con Transferencia bancaria", "$357.000");
        var payment = new PaymentWalk(customer, staff, "Norte Outdoor");
        await payment.TellAsync("4471", ".pdf");
        await customer.MoveClockAsync("P25D");
        await customer.OpenMailAsync(Email, "/orders/");
        await customer.ReadAsync("$357.000", "Paga con Transferencia bancaria");
        await payment.TellAsync("5120", ".png");
        await customer.ReadOnAsync("/subscription", "Essential", "Tu próximo pago");
    }
}
