using System.Reflection;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Storefront.Tests.Architecture;

/// <summary>Who may know whom: a project exists because a reference must be impossible.</summary>
public sealed class ReferenceTests
{
    private static readonly Assembly Program = typeof(StorefrontApp).Assembly;

    [Fact]
    public void The_rules_know_the_base_library_and_NodaTime_only() =>
        Assert.DoesNotContain(References("Storefront.Domain"), name => !IsBaseLibrary(name) && name != "NodaTime");

    [Fact]
    public void The_GraphQL_engine_knows_the_base_library_and_the_injection_abstractions_only() => Assert.DoesNotContain(
        References("Storefront.GraphQL"), name => !IsBaseLibrary(name) && name != "Microsoft.Extensions.DependencyInjection.Abstractions");

    [Fact]
    public void The_transports_know_the_engine_and_ASP_NET_Core_only() => Assert.DoesNotContain(
        References("Storefront.GraphQL.AspNetCore"), name => !IsBaseLibrary(name) && name != "Storefront.GraphQL" && !IsFramework(name));

    [Fact]
    public void The_Stripe_client_knows_nothing_of_plans_or_tickets() =>
        Assert.DoesNotContain(References("Storefront.Stripe"), name => name.StartsWith("Storefront", StringComparison.Ordinal));

    [Fact]
    public void Pages_never_hold_the_database()
    {
        var holding = Program.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(PageModel)))
            .Where(page => page.GetConstructors()
                .SelectMany(constructor => constructor.GetParameters())
                .Any(parameter => parameter.ParameterType.IsAssignableTo(typeof(DbContext))));
        Assert.Empty(holding.Select(page => page.FullName));
    }

    [Fact]
    public void The_program_has_four_rooms()
    {
        string[] rooms = ["Features", "Store", "Live", "Hosting"];
        var strangers = Program.GetTypes()
            .Select(type => type.Namespace?.Split('.'))
            .Where(parts => parts is ["Storefront", var room, ..] && !rooms.Contains(room))
            .Select(parts => string.Join('.', parts!))
            .Distinct();
        Assert.Empty(strangers);
    }

    private static IEnumerable<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!);

    private static bool IsBaseLibrary(string name) =>
        name.StartsWith("System", StringComparison.Ordinal) || name is "mscorlib" or "netstandard" or "Microsoft.CSharp" or "Microsoft.Win32.Primitives";

    private static bool IsFramework(string name) =>
        name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
        || name == "Microsoft.Net.Http.Headers";
}
