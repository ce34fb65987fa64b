using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storefront.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class HourReversals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_hour_entries_account_id_at",
                table: "hour_entries");

            migrationBuilder.AddColumn<long>(
                name: "used_at",
                table: "hour_entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.Sql(
                """
                UPDATE hour_entries SET used_at = (
                    SELECT used.at FROM hour_entries AS used
                    WHERE used.account_id = hour_entries.account_id AND used.id = hour_entries.subject_id AND used.kind = 'Use')
                WHERE kind = 'Reversal'
                """);

            migrationBuilder.CreateIndex(
                name: "ix_hour_entries_account_id_at_kind_minutes_used_at",
                table: "hour_entries",
                columns: new[] { "account_id", "at", "kind", "minutes", "used_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_hour_entries_account_id_at_kind_minutes_used_at",
                table: "hour_entries");

            migrationBuilder.DropColumn(
                name: "used_at",
                table: "hour_entries");

            migrationBuilder.CreateIndex(
                name: "ix_hour_entries_account_id_at",
                table: "hour_entries",
                columns: new[] { "account_id", "at" });
        }
    }
}
