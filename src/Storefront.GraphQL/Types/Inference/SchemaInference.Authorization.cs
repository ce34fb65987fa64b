using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Storefront.GraphQL.Execution;
using Storefront.GraphQL.Types.Attributes;
using Storefront.GraphQL.Types.Authorization;

namespace Storefront.GraphQL.Types.Inference;

internal sealed partial class SchemaInference
{
    /// <summary>Lets a resolver run only for those who are allowed.</summary>
    private CompiledResolver Guard(CompiledResolver resolver, MemberInfo member, Type @class)
    {
        var demands = Demands(member, @class);
        if (demands.Count == 0)
        {
            return resolver;
        }

        var inner = resolver.AsAsync;
        return new(null, async context =>
        {
            await AuthorizeAsync(context, demands).ConfigureAwait(false);
            return await inner(context).ConfigureAwait(false);
        })
        {
            // Who decides about a policy may use what is not to be shared; roles and scopes are the principal's.
            AsksForServices = demands.Exists(demand => demand.Policy is not null),
        };
    }

    private List<AuthorizeDirective> Demands(MemberInfo member, Type @class)
    {
        var describing = extensions
            .Where(extension => extension.IsExact && (extension.TargetType == @class || extension.TargetType == member.DeclaringType))
            .Select(extension => extension.Class);
        List<MemberInfo> places = [.. describing.Append(@class).Append(member.DeclaringType!).Distinct(), member];
        places.ForEach(ReportForeign);
        return member.IsDefined(typeof(AllowAnonymousAttribute)) ? [] : [.. places
            .SelectMany(place => place.GetCustomAttributes<AuthorizeAttribute>())
            .Select(attribute => new AuthorizeDirective(attribute.Policy, attribute.Roles, attribute.Scopes))];
    }

    // Left alone, a field that somebody meant to close would be open.
    private void ReportForeign(MemberInfo place)
    {
        foreach (var attribute in place.GetCustomAttributes().Select(attribute => attribute.GetType()).Where(IsAspNetAuthorization))
        {
            var name = place is Type ? place.Name : $"{place.DeclaringType!.Name}.{place.Name}";
            errors.Report($"{name} has the attribute {attribute.FullName}, of which GraphQL knows nothing: take {typeof(AuthorizeAttribute).FullName} or {typeof(AllowAnonymousAttribute).FullName}.");
        }
    }

    // By name: this library does not know ASP.NET Core. Attributes derived from it are meant too.
    private static bool IsAspNetAuthorization(Type attribute) => attribute.GetInterfaces()
        .Any(type => type.FullName is "Microsoft.AspNetCore.Authorization.IAuthorizeData" or "Microsoft.AspNetCore.Authorization.IAllowAnonymous");

    private static async ValueTask AuthorizeAsync(IResolverContext context, List<AuthorizeDirective> demands)
    {
        var handler = context.RequestServices.GetService<IAuthorizationHandler>() ?? DefaultAuthorizationHandler.Instance;
        foreach (var demand in demands)
        {
            switch (await handler.AuthorizeAsync(context, demand, context.RequestAborted).ConfigureAwait(false))
            {
                case AuthorizeResult.NotAuthenticated:
                    throw Refused("UNAUTHENTICATED", "Sign in to read this field.");
                case AuthorizeResult.NotAllowed:
                    throw Refused("FORBIDDEN", "This field is not yours to read.");
            }
        }
    }

    private static GraphQLException Refused(string code, string message) => new(new GraphQLError { Message = message, Code = code });
}
