using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storefront.Store.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ServiceDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "add_on_key",
                table: "tickets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "assessed_at",
                table: "tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "first_resolved_at",
                table: "tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "queued_at",
                table: "tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "turn_at",
                table: "tickets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "waits_for_turn",
                table: "tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "credential_reveals",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    credential_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    credential_name = table.Column<string>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credential_reveals", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_credential_reveals_account_id_ticket_id",
                        columns: x => new { x.account_id, x.ticket_id },
                        principalTable: "tickets",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credentials",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stored_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credentials", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_credentials_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "credential_shares",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    credential_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    shared_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credential_shares", x => new { x.account_id, x.credential_id, x.ticket_id });
                    table.ForeignKey(
                        name: "fk_credential_shares_account_id_credential_id",
                        columns: x => new { x.account_id, x.credential_id },
                        principalTable: "credentials",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_credential_shares_account_id_ticket_id",
                        columns: x => new { x.account_id, x.ticket_id },
                        principalTable: "tickets",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_started_at",
                table: "tickets",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_credential_reveals_account_id_at",
                table: "credential_reveals",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_credential_reveals_account_id_ticket_id",
                table: "credential_reveals",
                columns: new[] { "account_id", "ticket_id" });

            migrationBuilder.CreateIndex(
                name: "ix_credential_shares_account_id_ticket_id",
                table: "credential_shares",
                columns: new[] { "account_id", "ticket_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "credential_reveals");

            migrationBuilder.DropTable(
                name: "credential_shares");

            migrationBuilder.DropTable(
                name: "credentials");

            migrationBuilder.DropIndex(
                name: "ix_tickets_started_at",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "add_on_key",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "assessed_at",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "first_resolved_at",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "queued_at",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "turn_at",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "waits_for_turn",
                table: "tickets");
        }
    }
}
