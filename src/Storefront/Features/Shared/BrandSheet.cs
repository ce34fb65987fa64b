using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Storefront.Domain.Houses;

namespace Storefront.Features.Shared;

/// <summary>
/// The house's colours as a style sheet that fills the tokens of <c>tokens.css</c> anew. Its address changes with its content, so browsers
/// keep it; a page cannot carry it inside, which the Content-Security-Policy forbids.
/// </summary>
public sealed class BrandSheet
{
    private readonly string text;

    public BrandSheet(Handbook handbook)
    {
        text = handbook.House.Brand is { } brand ? Write(brand) : "";
        Path = text.Length == 0 ? null : $"/brand-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12]}.css";
    }

    /// <summary>Where it is; null for a house without colours of its own.</summary>
    public string? Path { get; }

    public void Map(IEndpointRouteBuilder endpoints)
    {
        if (Path is not null)
        {
            endpoints.MapGet(Path, (HttpResponse response) =>
            {
                response.Headers[HeaderNames.CacheControl] = "public, max-age=31536000, immutable";
                return TypedResults.Text(text, "text/css", Encoding.UTF8);
            });
        }
    }

    private static string Write(Brand brand) => $$"""
        @layer tokens {
          :root {
            --accent: light-dark({{brand.Accent.Light}}, {{brand.Accent.Dark}});
            --accent-fill: light-dark({{brand.Fill.Light}}, {{brand.Fill.Dark}});
            --accent-fill-hover: light-dark(color-mix(in srgb, {{brand.Fill.Light}} 84%, black), color-mix(in srgb, {{brand.Fill.Dark}} 84%, black));
            --accent-soft: light-dark(color-mix(in srgb, {{brand.Accent.Light}} 9%, white), color-mix(in srgb, {{brand.Accent.Dark}} 14%, #17181f));
          }
        }

        """;
}
