using Storefront.Domain.Houses;
using Storefront.Features.Shared;

namespace Storefront.Features.Status;

/// <summary>How a level looks.</summary>
public static class StatusTones
{
    public static Tone Of(HouseStatusLevel level) => level switch
    {
        HouseStatusLevel.Operational => Tone.Success,
        HouseStatusLevel.Maintenance => Tone.Info,
        HouseStatusLevel.Degraded => Tone.Warning,
        HouseStatusLevel.Outage => Tone.Danger,
    };
}
