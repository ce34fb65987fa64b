using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Storefront.Hosting.Keys;

/// <summary>Encrypts the key ring with the secret of the settings: who has the database alone cannot sign anybody in.</summary>
internal sealed class SecretKeyEncryptor(string secret) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var box = SecretBox.Seal(secret, Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement("secretBox", Convert.ToBase64String(box)), typeof(SecretKeyDecryptor));
    }
}

/// <summary>Made by data protection when it reads a key that <see cref="SecretKeyEncryptor"/> wrote.</summary>
internal sealed class SecretKeyDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var secret = services.GetRequiredService<StorefrontSettings>().DataProtectionSecret
            ?? throw new InvalidOperationException("The sign-in keys are encrypted, and DataProtection__Secret is not set.");
        return XElement.Parse(Encoding.UTF8.GetString(SecretBox.Open(secret, Convert.FromBase64String(encryptedElement.Value))));
    }
}
