using System.Collections.Immutable;
using Storefront.Domain.Projects;

namespace Storefront.Domain.Houses.Reading;

/// <summary>How what is bought once is made.</summary>
internal static class ProjectsSection
{
    public static ImmutableArray<ProjectTemplate> Read(ObjectReader document)
    {
        var projects = document.OptionalList("projects", "projectTemplate", ReadTemplate, least: 1);
        document.Unique("projects", "key");
        document.Declare("project", "projects");
        return projects;
    }

    private static ProjectTemplate ReadTemplate(ObjectReader reader)
    {
        var key = reader.Key("key");
        var name = reader.Localized("name");
        var revisions = reader.Integer("revisions", 0, 20);
        var inputs = reader.List("inputs", "projectInput", ReadInput, least: 0);
        reader.Unique("inputs", "key");
        reader.Declare("stage", "stages");
        var stages = reader.List("stages", "projectStage", StageSection.Read);
        reader.Unique("stages", "key");
        var delivery = reader.OptionalKey("delivery");
        reader.Refers("delivery", "stage");
        var completion = reader.OptionalKey("completion");
        reader.Refers("completion", "stage");
        var extraWork = reader.OptionalChoice<ExtraWorkTime>("extraWork") ?? default;
        var kind = reader.OptionalKey("ticketKind");
        reader.Refers("ticketKind", "kind");
        var template = new ProjectTemplate(key, name, revisions, inputs, stages) { CompletionKey = completion, ExtraWork = extraWork, TicketKindKey = kind };
        template = delivery is null ? template : template with { DeliveryKey = delivery };
        if (reader.Ok("inputs", "stages"))
        {
            TemplateCheck.Run(reader, template);
        }

        return template;
    }

    private static ProjectInput ReadInput(ObjectReader reader) => new(
        reader.Key("key"), reader.Localized("name"), reader.OptionalLocalized("description"));
}
