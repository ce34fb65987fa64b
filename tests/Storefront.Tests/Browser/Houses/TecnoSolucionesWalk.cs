using Storefront.Tests.Browser.Support;

namespace Storefront.Tests.Browser.Houses;

/// <summary>TecnoSoluciones, in Spanish: a package that becomes a project of twelve steps, paid past the gateway.</summary>
public sealed class TecnoSolucionesWalk(BrowserFixture fixture) : HouseWalk(fixture)
{
    private const string Email = "rosa@colegionorte.example";

    protected override string House => "tecnosoluciones";

    protected override string Language => "es-CO";

    [BrowserFact]
    public Task TEC_01_TEC_02_TEC_03_TEC_04_TEC_05_TEC_06_TEC_07_TEC_08_TEC_09_TEC_10_TEC_11_TEC_12_In_TecnoSoluciones_from_the_order_to_completed() => WalkAsync("tecnosoluciones", async (customer, staff) =>
    {
        await OrderAsync(customer);
        await PayByZelleAsync(customer, staff);
        var project = new ProjectWalk(customer, staff, 1);
        await HandOverLateAsync(customer, project);
        await BuildAsync(customer, staff, project);
        await OpenAsync(customer, staff, project);
    });

    /// <summary>TEC-01 and TEC-02: the package in dollars or pesos, each with its own methods, and the design with the order.</summary>
    private static async Task OrderAsync(Visitor customer)
    {
        await customer.ReadOnAsync("/plans?currency=COP", "$ 2.760.000,00", "Transferencia bancaria");
        await customer.NeverReadAsync("PSE");
        await customer.ReadOnAsync("/plans?currency=USD", "Pagas USD 821,10: USD 690,00 + IVA USD 131,10", "Entrega en 15 días hábiles desde el inicio", "PayPal");
        await customer.ClickAsync("a[href*='/checkout/cms']");
        await customer.RegisterAsync("Colegio Norte", "Rosa Díaz", Email, "**/checkout/cms*");
        await customer.ReadAsync("Tu sitio parte de ella, con tus colores, textos e imágenes.");
        await customer.ChooseAsync("design", "norte");
        await customer.ChooseAsync("method", "zelle");
        await customer.ClickAsync("main form .button-primary");
        await customer.Page.ArriveAsync("**/orders/*");
        await customer.ReadAsync("Por pagar ahora: USD 821,10", "Paga con Zelle", "Plantilla Norte");
    }

    /// <summary>TEC-03: told by a short form, confirmed by staff within eight business hours; what came short is said.</summary>
    private static async Task PayByZelleAsync(Visitor customer, StaffVisitor staff)
    {
        // Monday is a holiday in Colombia: eight hours are the whole of Tuesday, 17:00 there and 19:00 for this reader.
        await customer.ReadAsync("Confirmamos en 8 horas hábiles: si avisas ahora, antes del 3 nov 2026, 19:00.");
        var order = customer.Page.Url;
        var payment = new PaymentWalk(customer, staff, "Colegio Norte");
        await payment.TellAsync("Z-9981", ".png", "500");
        await customer.ReadOnAsync(order, "Llegó una parte del pago", "Por pagar ahora: USD 321,10");
        await payment.TellAsync("Z-9982", ".pdf", "321,10");
        await customer.ReadOnAsync(order, "Pagado por completo, gracias");
        await customer.ReadMailAsync(Email, "Lo que necesitamos de ti", "Logo", "Datos de la organización");
    }

    /// <summary>TEC-04: three business days, two notices, the alert, the suspension, and back with the last input; TEC-05: each with where it goes, accepted or returned with a reason.</summary>
    private static async Task HandOverLateAsync(Visitor customer, ProjectWalk project)
    {
        await customer.ReadOnAsync(project.Customers, "Te toca a ti: Entrega de insumos.", "Faltan 4 de 4 insumos.", "Hasta el 5 nov 2026, 19:00");
        await customer.MoveClockAsync("P8D");
        await customer.ReadOnAsync(project.Customers, "Vencía el 5 nov 2026, 19:00; aún tienes hasta el 10 nov 2026, 19:00.", "Aviso 1 sobre «Entrega de insumos»");
        await customer.MoveClockAsync("P8D");
        await customer.ReadOnAsync(project.Customers, "Sin respuesta, el proyecto se suspende desde el 23 nov 2026, 19:00.", "Alerta de suspensión por «Entrega de insumos»");
        await customer.ReadMailAsync(Email, "suspen");
        await customer.MoveClockAsync("P8D");
        await customer.ReadOnAsync(project.Customers, "Suspendido", "Se suspendió el 23 de noviembre de 2026", "Hazlo ahora y sigue por sí solo.");
        await project.GiveAsync("logo", "En la cabecera", "El escudo del colegio.", withFile: true);
        await project.GiveAsync("texts", "En cada página", "Los textos del colegio.");
        await project.GiveAsync("pictures", "En la portada", "Las fotos del patio.", withFile: true);
        await project.GiveAsync("data", "En el pie", "Colegio Norte, Calle 100.");
        await customer.ReadAsync("Nos toca a nosotros: Verificación de insumos.", "El proyecto se retomó");
        await project.ReturnAsync("texts", "Falta la página de admisiones.");
        await customer.ReadOnAsync(project.Customers, "Por qué volvió: Falta la página de admisiones.", "Te toca a ti: Entrega de insumos.");
        await project.GiveAsync("texts", "En cada página", "Los textos, con admisiones.");
        await project.AcceptAsync();
    }

    /// <summary>TEC-06: it starts the day after; TEC-07: one revision in one message, then the approval; TEC-08: an extra is approved, and waits.</summary>
    private static async Task BuildAsync(Visitor customer, StaffVisitor staff, ProjectWalk project)
    {
        await customer.ReadOnAsync(project.Customers, "El proyecto empieza el 27 de noviembre de 2026", "Entrega esperada:", "Las respuestas del cliente se atrasaron");
        await customer.MoveClockAsync("P14D");
        await project.WorkAsync("build");
        await customer.ReadOnAsync(project.Customers, "Te toca a ti: Revisión y aprobación.", "Hasta el 11 dic 2026, 19:00.");
        await customer.UnfoldAsync("#revise-text");
        await customer.ReadAsync("Está incluida una ronda de correcciones.");
        await customer.FillAsync("#revise-text", "El escudo más grande y el teléfono nuevo.");
        await customer.ClickAsync("form#revise button");
        await customer.ReadAsync("Tus correcciones se enviaron; ahora nos toca a nosotros.");
        await project.AskAsync("ExtraWork", "Un blog para los profesores.");
        await project.QuoteAsync("200", "Un blog con sus plantillas.", "Blog");
        await staff.ReadAsync("El escudo más grande y el teléfono nuevo.");
        await project.ApproveQuoteAsync("Un blog con sus plantillas.", "USD 238,00", "se hace cuando este proyecto esté terminado y pagado por completo");
        await customer.ReadAsync("Aprobado. Empieza por sí solo cuando este proyecto esté terminado y pagado por completo.");
        await staff.ClickAsync("form[action*='handler=Corrected'] button");
        await staff.ReadAsync("Hecho.");
        await customer.ReadOnAsync(project.Customers, "Las correcciones incluidas ya se hicieron.");
        await customer.ClickAsync("#approval form[action*='handler=Approve'] button");
        await customer.ReadAsync("Aprobaste el trabajo.");
    }

    /// <summary>TEC-09: access shown once; TEC-10: the workshop within two weeks; TEC-11: the curtain on the customer's word; TEC-12: completed; TEC-08: now the extra begins.</summary>
    private static async Task OpenAsync(Visitor customer, StaffVisitor staff, ProjectWalk project)
    {
        await staff.OpenAsync(project.Desks);
        await staff.FillAsync("#access-title", "Panel de administración");
        await staff.FillAsync("#access-user", "colegio");
        await staff.FillAsync("#access-secret", "sesamo-abierto");
        await staff.ChooseAsync("completes", "true");
        await staff.ClickAsync("form#access button");
        await staff.ReadAsync("Hecho.");
        await customer.ReadOnAsync(project.Customers, "Cada uno se muestra una sola vez.");
        await customer.ClickAsync("#accesses form button");
        await customer.ReadAsync("sesamo-abierto", "no se muestra otra vez");
        await customer.ReadOnAsync(project.Customers, "Mostrado a Rosa Díaz");
        await customer.NeverReadAsync("sesamo-abierto");

        await project.BookAsync();
        await customer.ReadAsync("¿Lo abrimos?");
        await customer.PressAsync("Sí, ábranlo");
        await customer.ReadAsync("Nos autorizaste a abrirlo.", "Nos toca a nosotros");
        await project.WorkAsync("opening");
        await customer.ReadOnAsync(project.Customers, "Completado", "Todo está terminado.");
        await customer.FollowAsync("Es el proyecto 2");
        await customer.ReadAsync("Trabajo adicional del proyecto 1", "Te toca a ti: Pago.", "USD 238,00");
        await customer.ReadOnAsync("/tickets/new", "Soporte técnico de mi plataforma");
    }
}
