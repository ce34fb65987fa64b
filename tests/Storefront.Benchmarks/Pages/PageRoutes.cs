using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Storefront.Benchmarks.Server;
using Storefront.Features.Accounts;

namespace Storefront.Benchmarks.Pages;

/// <summary>Customers with a ticket each, and a way to be one of them, or staff, without a password for each of a thousand.</summary>
internal static class PageRoutes
{
    private const string Customers = "/benchmark/customers";
    private const string Session = "/benchmark/session";

    /// <summary>Makes so many customers and one of staff; answers with the numbers of the customers' tickets, by commas.</summary>
    public static string CustomersPath(int count) => string.Create(CultureInfo.InvariantCulture, $"{Customers}/{count}");

    /// <summary>Signs in by the address, as the page that asks for a password does.</summary>
    public static string SessionPath(string email) => $"{Session}/{Uri.EscapeDataString(email)}";

    public static void MapPageRoutes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{Customers}/{{count:int}}", async (int count, IServiceProvider services) =>
        {
            var tickets = new List<int>();
            for (var number = 1; number <= count; number++)
            {
                tickets.Add(await Seed.AddCustomerAsync(services, CustomerEmail(number)));
            }

            await Seed.AddStaffAsync(services, StaffEmail);
            return string.Join(',', tickets);
        });
        routes.MapGet($"{Session}/{{email}}", async (string email, SignInManager<User> signIn) =>
        {
            await signIn.SignInAsync((await signIn.UserManager.FindByEmailAsync(email))!, isPersistent: false);
            return TypedResults.Ok();
        });
    }

    public static string CustomerEmail(int number) => string.Create(CultureInfo.InvariantCulture, $"customer{number}@tienda.example");

    public static string StaffEmail => "staff@agencia.example";
}
