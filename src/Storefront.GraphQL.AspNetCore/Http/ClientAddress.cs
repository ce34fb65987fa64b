using System.Net;
using System.Net.Sockets;

namespace Storefront.GraphQL.AspNetCore.Http;

/// <summary>An address as something to count by.</summary>
public static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The address, of IPv6 only its network of 64 bits; empty when it is not known.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return string.Empty;
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        Span<byte> bytes = stackalloc byte[2 * NetworkBytes];
        address.TryWriteBytes(bytes, out _);
        bytes[NetworkBytes..].Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
