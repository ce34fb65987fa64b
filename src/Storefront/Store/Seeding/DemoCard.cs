using System.Text.RegularExpressions;
using Storefront.Hosting.Viewers;

namespace Storefront.Store.Seeding;

/// <summary>Pays on the local Stripe's payment page, with the test card that always works, as a person would.</summary>
internal sealed partial class DemoCard : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <exception cref="InvalidOperationException">The page did not take the payment.</exception>
    public async Task PayAsync(Uri page, Viewer buyer, CancellationToken cancellationToken)
    {
        var token = Token().Match(await http.GetStringAsync(page, cancellationToken)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["token"] = token,
            ["email"] = buyer.Email,
            ["name"] = buyer.Name,
            ["card_number"] = "4242 4242 4242 4242",
            ["expiry"] = "12 / 40",
            ["cvc"] = "123",
        });
        using var answer = await http.PostAsync(page, form, cancellationToken);
        if (answer.Headers.Location is null)
        {
            throw new InvalidOperationException($"The payment page answered {(int)answer.StatusCode}.");
        }
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
