using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Storefront.Store;

namespace Storefront.Hosting.Keys;

/// <summary>Data protection with keys in the database, encrypted in Production by a secret from outside it.</summary>
public static class KeysFeature
{
    public static IServiceCollection AddStoredKeys(this IServiceCollection services, StorefrontSettings settings)
    {
        services.AddDataProtection().SetApplicationName("Storefront");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new StoredKeys(provider.GetRequiredService<IDbContextFactory<StorefrontDb>>());
            options.XmlEncryptor = settings.DataProtectionSecret is { } secret ? new SecretKeyEncryptor(secret) : null;
        }));
        services.AddSingleton<Seals>();
        return services;
    }
}
