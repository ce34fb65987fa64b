using Storefront;
using Storefront.Hosting;

try
{
    await using var app = StorefrontApp.Build(args);
    await app.PrepareStorefrontAsync();
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 2;
}
