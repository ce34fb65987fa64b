using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using Storefront.Domain.Houses;
using Storefront.Domain.Status;

namespace Storefront.Features.Status;

/// <summary>What staff tell, as it was typed.</summary>
public static class StatusForms
{
    private static string NewKey() => string.Create(CultureInfo.InvariantCulture, $"form:{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}");

    /// <summary>Something that is wrong, or work that is announced.</summary>
    public sealed class OpenForm
    {
        [Display(Name = "Form.Title")]
        public string? Title { get; set; }

        [Display(Name = "Form.Text")]
        public string? Text { get; set; }

        [Display(Name = "Form.Level")]
        public HouseStatusLevel Level { get; set; } = HouseStatusLevel.Degraded;

        public List<string> Components { get; set; } = [];

        [Display(Name = "Form.StartsAt")]
        public string? StartsAt { get; set; }

        [Display(Name = "Form.EndsAt")]
        public string? EndsAt { get; set; }

        public string Key { get; set; } = NewKey();

        /// <summary>What was refused can be sent again as what it then is.</summary>
        public void Renew() => Key = NewKey();
    }

    /// <summary>How far something is.</summary>
    public sealed class UpdateForm
    {
        [Display(Name = "Form.Step")]
        public IncidentStep Step { get; set; }

        [Display(Name = "Form.Text")]
        public string? Text { get; set; }

        public string Key { get; set; } = NewKey();

        public void Renew() => Key = NewKey();
    }
}
