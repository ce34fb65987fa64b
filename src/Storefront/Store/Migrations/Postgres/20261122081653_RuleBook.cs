using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storefront.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RuleBook : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "charge_revision",
                table: "work_logs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "overage_minutes",
                table: "work_logs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "folded_name",
                table: "users",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "earned",
                table: "plan_subscriptions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "earned_next",
                table: "plan_subscriptions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "refunded_minor_units",
                table: "payments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "folded_name",
                table: "accounts",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "commission_months",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    month = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    on_time = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    earned_plan_key = table.Column<string>(type: "text", nullable: true),
                    net_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    net_minor_units = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_commission_months", x => new { x.account_id, x.month });
                    table.ForeignKey(
                        name: "fk_commission_months_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hour_overages",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_key = table.Column<string>(type: "text", nullable: false),
                    work_minutes = table.Column<int>(type: "integer", nullable: false),
                    top_up_minutes = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: false),
                    billed_at = table.Column<long>(type: "bigint", nullable: true),
                    hourly_rate_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    hourly_rate_minor_units = table.Column<long>(type: "bigint", nullable: false),
                    net_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    net_minor_units = table.Column<long>(type: "bigint", nullable: false),
                    tax_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    tax_minor_units = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hour_overages", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_hour_overages_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rate_changes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    seasons = table.Column<string>(type: "text", nullable: false),
                    changed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    base_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    base_minor_units = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rate_changes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_webhook_events_received_at",
                table: "webhook_events",
                column: "received_at",
                filter: "raw <> ''");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_created_at",
                table: "idempotency_keys",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_hour_lots_account_id_expires_at",
                table: "hour_lots",
                columns: new[] { "account_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_hour_entries_account_id_at",
                table: "hour_entries",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_due_work_done_at",
                table: "due_work",
                column: "done_at",
                filter: "done_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_hour_overages_account_id_ticket_id",
                table: "hour_overages",
                columns: new[] { "account_id", "ticket_id" });

            migrationBuilder.CreateIndex(
                name: "ix_rate_changes_at",
                table: "rate_changes",
                column: "at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "commission_months");

            migrationBuilder.DropTable(
                name: "hour_overages");

            migrationBuilder.DropTable(
                name: "rate_changes");

            migrationBuilder.DropIndex(
                name: "ix_webhook_events_received_at",
                table: "webhook_events");

            migrationBuilder.DropIndex(
                name: "ix_idempotency_keys_created_at",
                table: "idempotency_keys");

            migrationBuilder.DropIndex(
                name: "ix_hour_lots_account_id_expires_at",
                table: "hour_lots");

            migrationBuilder.DropIndex(
                name: "ix_hour_entries_account_id_at",
                table: "hour_entries");

            migrationBuilder.DropIndex(
                name: "ix_due_work_done_at",
                table: "due_work");

            migrationBuilder.DropColumn(
                name: "charge_revision",
                table: "work_logs");

            migrationBuilder.DropColumn(
                name: "overage_minutes",
                table: "work_logs");

            migrationBuilder.DropColumn(
                name: "folded_name",
                table: "users");

            migrationBuilder.DropColumn(
                name: "earned",
                table: "plan_subscriptions");

            migrationBuilder.DropColumn(
                name: "earned_next",
                table: "plan_subscriptions");

            migrationBuilder.DropColumn(
                name: "refunded_minor_units",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "folded_name",
                table: "accounts");
        }
    }
}
