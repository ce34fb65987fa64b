using System.Text.Json.Nodes;
using Storefront.Domain.Houses;

namespace Storefront.Tests.Domain.Houses;

public class HandbookLoaderTests
{
    public static TheoryData<string> Faults => [.. HandbookFault.All.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Every_fault_is_told_once_with_its_place(string name)
    {
        var fault = HandbookFault.All[name];
        var json = HandbookJson.With(fault.Spoil);
        var problems = HandbookJson.Problems(json);

        Assert.NotEmpty(problems);
        Assert.All(problems, problem =>
        {
            Assert.Equal(fault.Pointer, problem.JsonPointer);
            Assert.Contains(fault.Told, problem.Message, StringComparison.Ordinal);
            Assert.InRange(problem.Line, 1, json.Split('\n').Length);
        });
        if (!HandbookFault.ToldPerKind.Contains(name))
        {
            Assert.Single(problems);
        }
    }

    [Fact]
    public void A_handbook_with_ten_faults_reports_ten_in_the_order_of_the_file()
    {
        string[] names =
        [
            "an unknown property", "an unknown zone", "negative minutes", "two plans of one rank", "more percent than there is",
            "hours that end before they start", "a holiday out of order", "a text that misses a language", "a proposal of an unknown class", "a missing part",
        ];
        var problems = HandbookJson.Problems(json =>
        {
            foreach (var name in names)
            {
                HandbookFault.All[name].Spoil(json);
            }
        });

        Assert.Equal(names.Select(name => HandbookFault.All[name].Pointer).Order(), problems.Select(problem => problem.JsonPointer).Order());
        Assert.Equal(problems.OrderBy(problem => problem.Line).ThenBy(problem => problem.Column), problems);
    }

    [Fact]
    public void A_problem_says_line_and_column_of_the_value()
    {
        var lines = HandbookJson.Text.Split('\n');
        var line = Array.FindIndex(lines, text => text.Contains("\"zone\":", StringComparison.Ordinal));
        var problem = Assert.Single(HandbookJson.Problems(HandbookJson.Text.Replace("America/Santiago", "America/Santiagó", StringComparison.Ordinal)));

        Assert.Equal(line + 1, problem.Line);
        Assert.Equal(lines[line].IndexOf("\"America", StringComparison.Ordinal) + 1, problem.Column);
        Assert.Equal($"line {problem.Line}, column {problem.Column}, /zone: {problem.Message}", problem.ToString());
    }

    [Fact]
    public void Columns_count_characters_and_not_bytes()
    {
        var problem = HandbookJson.Problems("""{ "añoñó": 1 }""").Single(problem => problem.JsonPointer == "/añoñó");
        Assert.Equal((1, 3), (problem.Line, problem.Column));

        var second = HandbookJson.Problems("""{ "añ": "ñ", "zone": 7 }""").Single(problem => problem.JsonPointer == "/zone");
        Assert.Equal(22, second.Column);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{\n  \"zone\": }", 2, 11)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("{ \"a\": 1, }", 1, 11)]
    [InlineData("{ // no\n}", 1, 3)]
    [InlineData("{ 'a': 1 }", 1, 3)]
    public void What_is_not_JSON_is_refused_with_its_place(string json, int line, int column)
    {
        var problem = Assert.Single(HandbookJson.Problems(json));
        Assert.StartsWith("This is not JSON: ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", problem.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Line, problem.Column));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"flunt\"")]
    [InlineData("12")]
    public void A_document_that_is_no_object_is_refused(string json)
    {
        Assert.StartsWith("This must be an object", Assert.Single(HandbookJson.Problems(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_handbook_is_told_everything_that_is_missing()
    {
        var problems = HandbookJson.Problems("{}");
        Assert.Contains(problems, problem => problem.JsonPointer == "/tickets");
        Assert.All(problems, problem => Assert.Contains("is missing", problem.Message, StringComparison.Ordinal));
        Assert.Equal(20, problems.Count);
    }

    [Fact]
    public void A_property_that_is_there_twice_is_a_fault()
    {
        var json = HandbookJson.Text.Replace("\"zone\":", "\"zone\": \"America/Lima\",\n  \"zone\":", StringComparison.Ordinal);
        Assert.Equal("The property 'zone' is there twice.", Assert.Single(HandbookJson.Problems(json)).Message);
    }

    [Fact]
    public void Half_a_surrogate_pair_is_a_fault()
    {
        var json = HandbookJson.Text.Replace("\"Flunt SpA\"", "\"\\ud83d Flunt\"", StringComparison.Ordinal);
        Assert.Contains(HandbookJson.Problems(json), problem => problem.Message.Contains("surrogate", StringComparison.Ordinal));
    }

    [Fact]
    public void Nesting_without_end_is_refused_and_not_followed()
    {
        Assert.Single(HandbookJson.Problems(new string('[', 100_000)));
    }

    [Fact]
    public void An_unknown_language_is_refused()
    {
        var problems = HandbookJson.Problems(json => json.At("languages").AsArray()[2] = "xx");
        Assert.Contains(problems, problem => problem is { JsonPointer: "/languages/2" } && problem.Message.Contains("'xx'", StringComparison.Ordinal));
    }

    [Fact]
    public void References_are_not_judged_where_what_they_name_could_not_be_read()
    {
        var problem = Assert.Single(HandbookJson.Problems(json => json.At("plans/3")["key"] = 7));
        Assert.Equal("/plans/3/key", problem.JsonPointer);
    }

    [Fact]
    public void Whatever_is_left_out_or_replaced_is_told_and_never_a_crash()
    {
        var slim = HandbookJson.With(Slim);
        Assert.Empty(HandbookJson.Problems(slim));
        Func<JsonNode?>[] replacements = [() => null, () => -1, () => "", () => "x", () => new JsonArray(), () => new JsonObject(), () => true, () => 1e99];
        foreach (var (index, path) in PathsOf(JsonNode.Parse(slim)!).Index())
        {
            foreach (var turn in Enumerable.Range(0, 3))
            {
                var tree = JsonNode.Parse(slim)!;
                Replace(tree, path, replacements[(index + (turn * 3)) % replacements.Length]());
                var result = HandbookLoader.Load(tree.ToJsonString());
                Assert.True(!result.IsRefused || result.Refusal is FaultyHandbook { Problems.Length: > 0 }, path);
            }
        }
    }

    [Fact]
    public void A_text_that_breaks_off_anywhere_is_refused()
    {
        for (var length = 0; length < HandbookJson.Text.Length - 2; length += 97)
        {
            Assert.NotEmpty(HandbookJson.Problems(HandbookJson.Text[..length]));
        }
    }

    [Fact]
    public void A_house_with_other_rules_needs_no_code()
    {
        var handbook = HandbookJson.Load(json =>
        {
            json.At("hours")["overage"] = "BILL";
            json.At("hours")["onCallPercent"] = 200;
            json.At("hours")["minimumMinutesPerTicket"] = new JsonArray(new JsonObject { ["plan"] = "growth", ["minutes"] = 10 });
            json.At("changes")["contractedTermMonths"] = 12;
            json.At("changes")["downgrade"] = "END_OF_CONTRACTED_TERM";
            json.At("changes")["upgradeMoney"] = "FULL_DIFFERENCE";
            json.At("calendar/week/0")["hours"] = new JsonArray(
                new JsonObject { ["from"] = "09:00", ["to"] = "13:00" }, new JsonObject { ["from"] = "14:00", ["to"] = "00:00" });
            json.At("tickets")["queueOrder"] = new JsonArray("CLASS_RANK", "PLAN_PRIORITY", "ARRIVAL");
            json.At("tickets").AsObject().Remove("questions");
            json.At("tickets")["proposal"] = new JsonArray(
                new JsonObject { ["kind"] = "support", ["class"] = "Q1" }, new JsonObject { ["class"] = "Q3" });
            json.At("tickets/classes/1/targets").AsArray().Add(
                new JsonObject { ["kind"] = "RESOLUTION", ["unit"] = "BUSINESS_DAYS", ["amount"] = 2, ["plan"] = "enterprise" });
            foreach (var plan in json.At("plans").AsArray())
            {
                plan!["priority"] = plan["rank"]!.GetValue<int>();
                foreach (var price in plan["prices"]!.AsArray())
                {
                    price!["overageHour"] = "50";
                }
            }

            json.At("plans/0/prices/0")["month"] = "0";
        }).Value;

        Assert.Equal(10, handbook.Hours.MinimumMinutesPerTicket["growth"]);
        Assert.Equal(2, handbook.Plans.Find("growth")!.OverageHourlyRates.Length);
        Assert.Equal(4, handbook.Plans.Find("enterprise")!.Priority);
        Assert.Null(handbook.Tickets.Questions);
        Assert.True(handbook.Plans.Find("essential")!.IsFreeIn(handbook.DefaultCurrency));
        Assert.Equal(2, handbook.Calendar.HoursOn(NodaTime.IsoDayOfWeek.Monday).Count);
    }

    private static void Slim(JsonObject json)
    {
        Keep(json.At("calendar/holidays"), 2);
        Keep(json.At("faq"), 1);
        Keep(json.At("faq/0/questions"), 1);
        Keep(json.At("articles"), 1);
        json.At("articles/0")["topic"] = "service";
        Keep(json.At("templates"), 1);
        Keep(json.At("legal"), 1);
        Keep(json.At("entitlements"), 1);
        Keep(json.At("attachments/types"), 1);
        Keep(json.At("platforms"), 1);
        Keep(json.At("paymentMethods"), 2);
        Keep(json.At("house/contacts/emails"), 1);
        Keep(json.At("plans"), 2);
        Keep(json.At("channels"), 1);
        foreach (var plan in json.At("plans").AsArray())
        {
            plan!["entitlements"] = new JsonArray("advice");
        }
    }

    private static void Keep(JsonNode list, int count)
    {
        while (list.AsArray().Count > count)
        {
            list.AsArray().RemoveAt(count);
        }
    }

    private static IEnumerable<string> PathsOf(JsonNode node) => node switch
    {
        JsonObject { Count: 3 } text when text.ContainsKey("pt-BR") => [],
        JsonObject map => map.SelectMany(property => Below(property.Key, property.Value)),
        JsonArray list => list.SelectMany((item, index) => Below($"{index}", item)),
        _ => [],
    };

    private static IEnumerable<string> Below(string step, JsonNode? node) =>
        PathsOf(node!).Select(path => $"{step}/{path}").Prepend(step);

    private static void Replace(JsonNode tree, string path, JsonNode? value)
    {
        var slash = path.LastIndexOf('/');
        var parent = slash < 0 ? tree : tree.At(path[..slash]);
        var step = path[(slash + 1)..];
        if (parent is JsonArray list)
        {
            list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            parent[step] = value;
        }
    }
}
