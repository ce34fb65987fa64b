using System.Text.Json.Nodes;

namespace Storefront.Tests.Domain.Houses;

/// <summary>Faults of the parts that Flunt's handbook has not: packages, projects, add-ons, colours, rates.</summary>
public class HouseFaultTests
{
    private static readonly Dictionary<string, (string House, Action<JsonObject> Spoil, string Pointer, string Told)> All = new()
    {
        ["a house that sells nothing"] = ("alfinet", json => json.Remove("rateCard"), "/plans", "sells neither packages nor hours"),
        ["a term that nothing is sold for"] = ("sense", json => json.At("billing/intervals").AsArray().Add("MONTH"), "/billing", "only plans are sold"),
        ["hours without plans"] = ("alfinet", json => json["hours"] = Hours(), "/hours", "the house sells none"),
        ["packages that nothing is sold once for"] = ("sense", json => json.At("billing")["intervals"] = new JsonArray("YEAR"), "/billing", "only plans are sold"),
        ["a package of an unknown project"] = ("sense", json => json.At("packages/0")["project"] = "castle", "/packages/0/project", "There is no project 'castle'"),
        ["a package on an unknown platform"] = ("sense", json => json.At("packages/0")["platform"] = "castle", "/packages/0/platform", "There is no platform 'castle'"),
        ["a package asked for by an unknown kind"] = ("sense", json => json.At("packages/1")["kind"] = "wish", "/packages/1/kind", "There is no kind 'wish'"),
        ["a package without a price in a currency"] = ("tecnosoluciones", json => json.At("packages/2/prices").AsArray().RemoveAt(1), "/packages/2/prices", "no price in COP"),
        ["two packages of one key"] = ("sense", json => json.At("packages/1")["key"] = "landing", "/packages/1/key", "'landing' is there twice"),
        ["parts that are not the whole"] = ("sense", json => json.At("packages/0/parts/0")["percent"] = 60, "/packages/0/parts", "come to 110 percent"),
        ["a stage after an unknown one"] = ("sense", json => json.At("projects/0/stages/1")["after"] = new JsonArray("lunch"), "/projects/0/stages/1/after/0", "There is no stage 'lunch'"),
        ["stages in a ring"] = ("tecnosoluciones", json => json.At("projects/0/stages/9")["after"] = new JsonArray("opening"), "/projects/0/stages/9/after", "'opening' never begins"),
        ["notices to the house itself"] = (
            "sense",
            json => json.At("projects/0/stages/3")["notices"] = new JsonObject { ["count"] = 1, ["businessDays"] = 1 },
            "/projects/0/stages/3/notices",
            "the house's own"),
        ["an alert without a time"] = ("sense", json => json.At("projects/0/stages/0")["alertBusinessDays"] = 2, "/projects/0/stages/0/alertBusinessDays", "which this stage has not"),
        ["a time without an amount"] = ("sense", json => json.At("projects/0/stages/1/within").AsObject().Remove("amount"), "/projects/0/stages/1/within/unit", "needs an 'amount'"),
        ["an amount that the package says"] = ("sense", json => json.At("projects/0/stages/5/within")["amount"] = 3, "/projects/0/stages/5/within/amount", "The package says"),
        ["an add-on of an unknown kind"] = ("fenicio", json => json.At("addOns/3")["kind"] = "wish", "/addOns/3/kind", "There is no kind 'wish'"),
        ["an add-on that takes no time"] = ("fenicio", json => json.At("addOns/0")["estimatedMinutes"] = 0, "/addOns/0/estimatedMinutes", "from 1 to 60000, not 0"),
        ["a row without its value"] = ("fenicio", json => json.At("entitlements/6").AsObject().Remove("value"), "/entitlements/6/row", "needs its 'value'"),
        ["a colour that is none"] = ("fenicio", json => json.At("house/brand/fill")["light"] = "orange", "/house/brand/fill/light", "a colour such as"),
        ["a colour that nobody can read"] = ("fenicio", json => json.At("house/brand/accent")["light"] = "#ffb38a", "/house/brand/accent/light", "is needed to be readable"),
        ["an emergency of an unknown class"] = ("alfinet", json => json.At("house/contacts/phones/0/classes").AsArray().Add("X"), "/house/contacts/phones/0/classes/2", "There is no class 'X'"),
        ["an everyday phone for one class"] = ("alfinet", json => json.At("house/contacts/phones/0")["purpose"] = "SUPPORT", "/house/contacts/phones/0/classes", "Only a contact for an EMERGENCY"),
        ["a Pix with an accent"] = ("alfinet", json => json.At("paymentMethods/1/pix")["city"] = "São Paulo", "/paymentMethods/1/pix/city", "15 letters without accents"),
        ["a Pix with a long name"] = ("alfinet", json => json.At("paymentMethods/1/pix")["merchant"] = new string('a', 26), "/paymentMethods/1/pix/merchant", "25 letters without accents"),
        ["seasons that share days"] = ("alfinet", json => json.At("rateCard/seasons/1")["from"] = "05-20", "/rateCard/seasons/1/from", "shares days with 'march-may'"),
        ["a season on a day that there is not"] = ("alfinet", json => json.At("rateCard/seasons/0")["from"] = "02-30", "/rateCard/seasons/0/from", "a day of the year"),
        ["a target for an unknown plan"] = ("fenicio", json => json.At("tickets/classes/0/targets/0")["plan"] = "iron", "/tickets/classes/0/targets/0/plan", "There is no plan 'iron'"),
        ["an unknown base plan"] = ("fenicio", json => json.At("changes")["basePlan"] = "iron", "/changes/basePlan", "There is no plan 'iron'"),
    };

    public static TheoryData<string> Faults => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Every_fault_is_told_once_with_its_place(string name)
    {
        var (house, spoil, pointer, told) = All[name];
        var problem = Assert.Single(HandbookJson.Problems(house, spoil), problem => problem.JsonPointer == pointer);
        Assert.Contains(told, problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Line >= 1);
    }

    [Theory]
    [InlineData("fenicio")]
    [InlineData("alfinet")]
    [InlineData("tecnosoluciones")]
    [InlineData("sense")]
    public void A_handbook_with_its_own_faults_reports_every_one_of_them(string house)
    {
        var own = All.Values.Where(fault => fault.House == house).ToList();
        var one = own.Where(fault => fault.Pointer is not ("/plans" or "/hours" or "/billing")).ToList();
        var pointers = HandbookJson.Problems(house, json => one.ForEach(fault => fault.Spoil(json))).Select(problem => problem.JsonPointer).ToList();
        Assert.All(one, fault => Assert.Contains(fault.Pointer, pointers));
    }

    private static JsonObject Hours() => HandbookJson.Tree("fenicio").At("hours").DeepClone().AsObject();
}
