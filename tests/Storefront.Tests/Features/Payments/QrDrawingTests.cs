using Storefront.Features.Payments.Notices;

namespace Storefront.Tests.Features.Payments;

/// <summary>The QR code of a payment link, as its page draws it.</summary>
public class QrDrawingTests
{
    [Fact]
    public void FLU_21_A_payment_link_is_drawn_as_a_code_with_its_quiet_zone_and_its_three_corners()
    {
        var code = QrDrawing.Of("https://pagos.flunt.example/webpay?orden=FLUNT-1000&monto=357000");

        Assert.InRange(code.Side, 29, 60);
        Assert.StartsWith("M4 4h7v1h-7z", code.Path, StringComparison.Ordinal);
        Assert.Contains($"M{code.Side - 11} 4h7v1h-7z", code.Path, StringComparison.Ordinal);
        Assert.Contains($"M4 {code.Side - 5}h7v1h-7z", code.Path, StringComparison.Ordinal);
        Assert.NotEqual(code, QrDrawing.Of("https://pagos.flunt.example/webpay?orden=FLUNT-1001&monto=357000"));
    }
}
