using System.Globalization;
using System.Text;
using QRCoder;

namespace Storefront.Features.Payments.Notices;

/// <summary>A QR code as one path of squares, black on white with its quiet zone, for an SVG inside a page: nothing is loaded and nothing has a style.</summary>
/// <param name="Side">How many squares each side has, the quiet zone included.</param>
/// <param name="Path">The black squares, each row's runs as one, in the form of SVG's <c>d</c>.</param>
public sealed record QrDrawing(int Side, string Path)
{
    /// <summary>The drawing of a text, such as the address where an order is paid. A seventh of it may be unreadable.</summary>
    public static QrDrawing Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                var begin = x;
                while (x < rows[y].Length && rows[y][x])
                {
                    x++;
                }

                if (x > begin)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{begin} {y}h{x - begin}v1h-{x - begin}z");
                }
            }
        }

        return new QrDrawing(rows.Count, path.ToString());
    }
}
