using Microsoft.AspNetCore.Connections;
using Storefront;
using Storefront.Hosting;

try
{
    await using var app = StorefrontApp.Build(args);
    await app.PrepareStorefrontAsync();
    await app.AnnounceStart().RunAsync();
    return 0;
}
catch (Exception refusal) when (refusal is StartRefusedException or IOException { InnerException: AddressInUseException })
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 2;
}
