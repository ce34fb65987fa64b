using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storefront.Store.Migrations.Postgres
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
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "meeting_id",
                table: "project_requests",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "asked_with",
                table: "pending_plan_changes",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "credit_returned_minor_units",
                table: "payments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "credited_minor_units",
                table: "payments",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "renewal_due_on",
                table: "orders",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "renewal_lines",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "confirmed_proofs",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_confirmed_proofs", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "payment_refunds",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    done_at = table.Column<long>(type: "bigint", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor_units = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_refunds", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_payment_refunds_account_id_payment_id",
                        columns: x => new { x.account_id, x.payment_id },
                        principalTable: "payments",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_tickets",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ticket_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_at = table.Column<long>(type: "bigint", nullable: false)
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
                name: "ix_payments_stripe_payment_intent_id",
                table: "payments",
                column: "stripe_payment_intent_id",
                filter: "stripe_payment_intent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_payment_notices_number_status",
                table: "payment_notices",
                columns: new[] { "number", "status" },
                filter: "status <> 'Pending'");

            migrationBuilder.CreateIndex(
                name: "ix_orders_renewal_due_on",
                table: "orders",
                column: "renewal_due_on");

            migrationBuilder.CreateIndex(
                name: "ix_confirmed_proofs_notice_id",
                table: "confirmed_proofs",
                column: "notice_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_refunds_account_id_payment_id",
                table: "payment_refunds",
                columns: new[] { "account_id", "payment_id" });

            migrationBuilder.CreateIndex(
                name: "ix_project_tickets_account_id_project_id",
                table: "project_tickets",
                columns: new[] { "account_id", "project_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "confirmed_proofs");

            migrationBuilder.DropTable(
                name: "payment_refunds");

            migrationBuilder.DropTable(
                name: "project_tickets");

            migrationBuilder.DropIndex(
                name: "ix_payments_stripe_payment_intent_id",
                table: "payments");

            migrationBuilder.DropIndex(
                name: "ix_payment_notices_number_status",
                table: "payment_notices");

            migrationBuilder.DropIndex(
                name: "ix_orders_renewal_due_on",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "delivery_on",
                table: "project_requests");

            migrationBuilder.DropColumn(
                name: "meeting_id",
                table: "project_requests");

            migrationBuilder.DropColumn(
                name: "asked_with",
                table: "pending_plan_changes");

            migrationBuilder.DropColumn(
                name: "credit_returned_minor_units",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "credited_minor_units",
                table: "payments");

            migrationBuilder.DropColumn(
                name: "renewal_due_on",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "renewal_lines",
                table: "orders");
        }
    }
}
