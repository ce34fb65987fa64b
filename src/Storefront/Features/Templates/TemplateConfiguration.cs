using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Storefront.Features.Templates;

internal sealed class TemplateConfiguration : IEntityTypeConfiguration<AnswerTemplateRow>
{
    public void Configure(EntityTypeBuilder<AnswerTemplateRow> builder)
    {
        builder.ToTable("answer_templates");
        builder.HasKey(template => template.Id);
        builder.Property(template => template.Id).ValueGeneratedNever();
    }
}
