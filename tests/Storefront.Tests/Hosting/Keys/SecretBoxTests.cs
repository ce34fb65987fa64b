using System.Security.Cryptography;
using Storefront.Hosting.Keys;

namespace Storefront.Tests.Hosting.Keys;

public class SecretBoxTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public void What_is_sealed_opens_with_the_same_secret() =>
        Assert.Equal("key"u8.ToArray(), SecretBox.Open(Secret, SecretBox.Seal(Secret, "key"u8)));

    [Fact]
    public void The_same_thing_looks_different_each_time() =>
        Assert.NotEqual(SecretBox.Seal(Secret, "key"u8), SecretBox.Seal(Secret, "key"u8));

    [Fact]
    public void Another_secret_or_a_changed_box_opens_nothing()
    {
        var box = SecretBox.Seal(Secret, "key"u8);
        Assert.ThrowsAny<CryptographicException>(() => SecretBox.Open(Secret + "!", box));
        box[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => SecretBox.Open(Secret, box));
        Assert.ThrowsAny<CryptographicException>(() => SecretBox.Open(Secret, "short"u8));
    }
}
