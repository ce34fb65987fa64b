using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>Reads a request's parameters, or why there are none with the status that says so.</summary>
internal readonly record struct RequestBody(GraphQLParameters? Parameters, int Status, string? Problem)
{
    /// <summary>Reads the body of a POST, no more of it than <paramref name="maxSize"/> bytes.</summary>
    public static async ValueTask<RequestBody> ReadAsync(HttpContext context, int maxSize)
    {
        var request = context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType)
            || !contentType.MediaType.Equals(ContentNegotiation.Json, StringComparison.OrdinalIgnoreCase))
        {
            return new(null, StatusCodes.Status415UnsupportedMediaType, $"Send the request as {ContentNegotiation.Json}.");
        }

        if (!ContentNegotiation.IsUtf8(contentType))
        {
            return new(null, StatusCodes.Status415UnsupportedMediaType, "Send the request as UTF-8.");
        }

        if (request.ContentLength > maxSize)
        {
            return TooLarge(maxSize);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = maxSize;
        }

        try
        {
            return await ReadJsonAsync(context, maxSize).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            return exception.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge(maxSize)
                : new(null, exception.StatusCode, "The request's body did not arrive whole.");
        }
    }

    private static async ValueTask<RequestBody> ReadJsonAsync(HttpContext context, int maxSize)
    {
        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted).ConfigureAwait(false);
            if (read.Buffer.Length > maxSize)
            {
                reader.AdvanceTo(read.Buffer.End);
                return TooLarge(maxSize);
            }

            if (read.IsCompleted)
            {
                var parameters = GraphQLParameters.FromJson(read.Buffer, out var problem);
                reader.AdvanceTo(read.Buffer.End);
                return new(parameters, StatusCodes.Status400BadRequest, problem);
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static RequestBody TooLarge(int maxSize) => new(
        null,
        StatusCodes.Status413PayloadTooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The request is larger than {maxSize} bytes."));
}
