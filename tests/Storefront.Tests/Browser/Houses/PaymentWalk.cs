using Storefront.Tests.Features.Attachments;

namespace Storefront.Tests.Browser.Houses;

/// <summary>A payment that no gateway confirms: told by the customer on the order's page, found by the house.</summary>
public sealed class PaymentWalk(Visitor customer, StaffVisitor staff, string company)
{
    /// <summary>The customer tells of it and the house confirms it; without an amount, all that is due was paid.</summary>
    public async Task TellAsync(string reference, string proof, string? amount = null)
    {
        var order = customer.Page.Url;
        await customer.FollowAsync("Ya pagué");
        if (amount is not null)
        {
            await customer.FillAsync("#Input_Amount", amount);
        }

        await customer.FillAsync("#Input_BankReference", reference);
        await customer.GiveFileAsync("#Input_Proof", $"{reference}{proof}", "application/octet-stream", SampleFiles.Of(proof));
        await customer.ClickAsync("main form .button-primary");
        await customer.ReadAsync("Recibimos tu aviso", "Lo estamos buscando.");
        Assert.Equal(order, customer.Page.Url);
        await staff.ReadOnAsync("/desk/payments", company, reference, $"{reference}{proof}");
        await staff.ClickAsync(".told-confirm button");
        await staff.ReadAsync("Confirmado. El cliente ya lo sabe.");
    }
}
