using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storefront.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TicketDrafts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "extra_project_number",
                table: "orders",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "new_ticket_drafts",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: true),
                    urgency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    impact = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    platform = table.Column<string>(type: "TEXT", nullable: true),
                    documented_api = table.Column<bool>(type: "INTEGER", nullable: true),
                    schedule = table.Column<bool>(type: "INTEGER", nullable: false),
                    add_on = table.Column<string>(type: "TEXT", nullable: true),
                    files = table.Column<string>(type: "TEXT", nullable: true),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_new_ticket_drafts", x => new { x.account_id, x.author_id });
                    table.ForeignKey(
                        name: "fk_new_ticket_drafts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ticket_class_reasons",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_class_reasons", x => new { x.account_id, x.ticket_id, x.sequence });
                    table.ForeignKey(
                        name: "fk_ticket_class_reasons_account_id_ticket_id",
                        columns: x => new { x.account_id, x.ticket_id },
                        principalTable: "tickets",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "new_ticket_drafts");

            migrationBuilder.DropTable(
                name: "ticket_class_reasons");

            migrationBuilder.DropColumn(
                name: "extra_project_number",
                table: "orders");
        }
    }
}
