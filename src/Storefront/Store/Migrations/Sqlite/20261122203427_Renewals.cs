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
            migrationBuilder.AddColumn<Guid>(
                name: "asked_with",
                table: "pending_plan_changes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "renewal_due_on",
                table: "orders",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "renewal_lines",
                table: "orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_renewal_due_on",
                table: "orders",
                column: "renewal_due_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_orders_renewal_due_on",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "asked_with",
                table: "pending_plan_changes");

            migrationBuilder.DropColumn(
                name: "renewal_due_on",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "renewal_lines",
                table: "orders");
        }
    }
}
