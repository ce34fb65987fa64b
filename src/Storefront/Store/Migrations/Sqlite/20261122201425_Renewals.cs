using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storefront.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Renewals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "delivery_on",
                table: "project_requests",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "meeting_id",
                table: "project_requests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "project_tickets",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    project_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    request_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_tickets", x => new { x.account_id, x.ticket_id });
                    table.ForeignKey(
                        name: "fk_project_tickets_account_id_project_id",
                        columns: x => new { x.account_id, x.project_id },
                        principalTable: "projects",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_project_tickets_account_id_ticket_id",
                        columns: x => new { x.account_id, x.ticket_id },
                        principalTable: "tickets",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_project_tickets_account_id_project_id",
                table: "project_tickets",
                columns: new[] { "account_id", "project_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "project_tickets");

            migrationBuilder.DropColumn(
                name: "delivery_on",
                table: "project_requests");

            migrationBuilder.DropColumn(
                name: "meeting_id",
                table: "project_requests");
        }
    }
}
