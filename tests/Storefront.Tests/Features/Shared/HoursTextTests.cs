using Storefront.Features.Shared.Formatting;

namespace Storefront.Tests.Features.Shared;

public class HoursTextTests
{
    [Theory]
    [InlineData("4", 240)]
    [InlineData(" 4 h ", 240)]
    [InlineData("1,5", 90)]
    [InlineData("1.5 h", 90)]
    [InlineData("0.01", 1)]
    [InlineData("1 h 30", 90)]
    [InlineData("1 h 30 min", 90)]
    [InlineData("1h30m", 90)]
    [InlineData("1:05", 65)]
    [InlineData("2 horas 15 minutos", 135)]
    [InlineData("90 min", 90)]
    [InlineData("1 HORA", 60)]
    [InlineData("0", 0)]
    public void Hours_and_minutes_are_read_as_people_write_them(string text, int minutes) => Assert.Equal(minutes, HoursText.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("abc")]
    [InlineData("-1")]
    [InlineData("1 h 75")]
    [InlineData("1.000.000")]
    [InlineData("99999999999999999999")]
    [InlineData("1 h 2 h")]
    [InlineData("١٢")]
    [InlineData("1\n2")]
    public void What_is_no_length_of_time_is_a_number_that_is_refused(string? text) => Assert.Equal(-1, HoursText.Read(text));
}
