using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Storefront.Store.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Projects : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "balance_due_at",
                table: "orders",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "covered_at",
                table: "orders",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "design_key",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "due_with_order_minor_units",
                table: "orders",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "package_key",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "paid_minor_units",
                table: "orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "platform_key",
                table: "orders",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "quote_id",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ticket_number",
                table: "orders",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "project_id",
                table: "events",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "given_input_id",
                table: "attachments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "payment_notice_id",
                table: "attachments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "project_document_id",
                table: "attachments",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "project_id",
                table: "attachments",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "credit_entries",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    business_key = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    balance_after_minor_units = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor_units = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credit_entries", x => new { x.account_id, x.id });
                    table.CheckConstraint("ck_credit_entries_balance", "balance_after_minor_units >= 0");
                    table.ForeignKey(
                        name: "fk_credit_entries_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoices",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    entry = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    corrects_id = table.Column<Guid>(type: "uuid", nullable: true),
                    covers_minor_units = table.Column<long>(type: "bigint", nullable: false),
                    handbook_version = table.Column<string>(type: "text", nullable: false),
                    plan_key = table.Column<string>(type: "text", nullable: true),
                    term_start = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    term_end = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    paid_on = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    due_on = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: true),
                    issued_at = table.Column<long>(type: "bigint", nullable: true),
                    issued_by = table.Column<Guid>(type: "uuid", nullable: true),
                    billed_to = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    net_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    net_minor_units = table.Column<long>(type: "bigint", nullable: false),
                    tax_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    tax_minor_units = table.Column<long>(type: "bigint", nullable: false),
                    total_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    total_minor_units = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoices", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_invoices_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoices_account_id_payment_id",
                        columns: x => new { x.account_id, x.payment_id },
                        principalTable: "payments",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoices_handbook_version",
                        column: x => x.handbook_version,
                        principalTable: "handbook_versions",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_notices",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    method = table.Column<string>(type: "text", nullable: false),
                    paid_on = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    bank_reference = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    reference_key = table.Column<string>(type: "text", nullable: true),
                    note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    proof_id = table.Column<Guid>(type: "uuid", nullable: true),
                    proof_hash = table.Column<string>(type: "text", nullable: true),
                    notified_by = table.Column<Guid>(type: "uuid", nullable: false),
                    notified_at = table.Column<long>(type: "bigint", nullable: false),
                    answer_by = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    received_minor_units = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor_units = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_notices", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_payment_notices_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_payment_notices_account_id_order_id",
                        columns: x => new { x.account_id, x.order_id },
                        principalTable: "orders",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "projects",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    package_key = table.Column<string>(type: "text", nullable: false),
                    template_key = table.Column<string>(type: "text", nullable: false),
                    platform_key = table.Column<string>(type: "text", nullable: true),
                    design_key = table.Column<string>(type: "text", nullable: true),
                    handbook_version = table.Column<string>(type: "text", nullable: false),
                    delivery_business_days = table.Column<int>(type: "integer", nullable: false),
                    original_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    next_at = table.Column<long>(type: "bigint", nullable: true),
                    expected_on = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true),
                    turn = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    turn_due_at = table.Column<long>(type: "bigint", nullable: true),
                    finished_tasks = table.Column<int>(type: "integer", nullable: false),
                    tasks = table.Column<int>(type: "integer", nullable: false),
                    opened_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    delivered_at = table.Column<long>(type: "bigint", nullable: true),
                    completed_at = table.Column<long>(type: "bigint", nullable: true),
                    last_sequence = table.Column<long>(type: "bigint", nullable: false),
                    opinion = table.Column<int>(type: "integer", nullable: true),
                    opinion_comment = table.Column<string>(type: "text", nullable: true),
                    opinion_asked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_projects", x => new { x.account_id, x.id });
                    table.CheckConstraint("ck_projects_opinion", "opinion IS NULL OR opinion BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "fk_projects_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_projects_account_id_order_id",
                        columns: x => new { x.account_id, x.order_id },
                        principalTable: "orders",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_projects_handbook_version",
                        column: x => x.handbook_version,
                        principalTable: "handbook_versions",
                        principalColumn: "hash",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_accesses",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    handed_over_by = table.Column<Guid>(type: "uuid", nullable: false),
                    handed_over_at = table.Column<long>(type: "bigint", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: true),
                    seen_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_accesses", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_project_accesses_account_id_project_id",
                        columns: x => new { x.account_id, x.project_id },
                        principalTable: "projects",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_documents",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_documents", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_project_documents_account_id_project_id",
                        columns: x => new { x.account_id, x.project_id },
                        principalTable: "projects",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_inputs",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    input_key = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    use = table.Column<string>(type: "text", nullable: false),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<long>(type: "bigint", nullable: false),
                    accepted_at = table.Column<long>(type: "bigint", nullable: true),
                    returned_at = table.Column<long>(type: "bigint", nullable: true),
                    return_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_inputs", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_project_inputs_account_id_project_id",
                        columns: x => new { x.account_id, x.project_id },
                        principalTable: "projects",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_messages",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    stage_key = table.Column<string>(type: "text", nullable: true),
                    input_key = table.Column<string>(type: "text", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_from_staff = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_messages", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_project_messages_account_id_project_id",
                        columns: x => new { x.account_id, x.project_id },
                        principalTable: "projects",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_notes",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_notes", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_project_notes_account_id_project_id",
                        columns: x => new { x.account_id, x.project_id },
                        principalTable: "projects",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_requests",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    is_strong = table.Column<bool>(type: "boolean", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<long>(type: "bigint", nullable: true),
                    evidence_id = table.Column<Guid>(type: "uuid", nullable: true),
                    record_of = table.Column<long>(type: "bigint", nullable: true),
                    net_minor_units = table.Column<long>(type: "bigint", nullable: true),
                    tax_minor_units = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    valid_until = table.Column<long>(type: "bigint", nullable: true),
                    business_days = table.Column<int>(type: "integer", nullable: true),
                    tasks = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    new_project_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_requests", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_project_requests_account_id_project_id",
                        columns: x => new { x.account_id, x.project_id },
                        principalTable: "projects",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_tasks",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    started_at = table.Column<long>(type: "bigint", nullable: true),
                    worked_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_tasks", x => new { x.account_id, x.project_id, x.key });
                    table.ForeignKey(
                        name: "fk_project_tasks_account_id_project_id",
                        columns: x => new { x.account_id, x.project_id },
                        principalTable: "projects",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "project_list_items",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    project_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document_id = table.Column<Guid>(type: "uuid", nullable: false),
                    index = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    is_pending = table.Column<bool>(type: "boolean", nullable: false),
                    done_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_project_list_items", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_project_list_items_account_id_document_id",
                        columns: x => new { x.account_id, x.document_id },
                        principalTable: "project_documents",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_account_id",
                table: "tickets",
                column: "account_id",
                filter: "waits_for_turn");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_account_id_updated_at_number",
                table: "tickets",
                columns: new[] { "account_id", "updated_at", "number" },
                filter: "status NOT IN ('Resolved', 'Closed')");

            migrationBuilder.CreateIndex(
                name: "ix_orders_account_id_quote_id",
                table: "orders",
                columns: new[] { "account_id", "quote_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_events_account_id_project_id_sequence",
                table: "events",
                columns: new[] { "account_id", "project_id", "sequence" },
                filter: "project_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_attachments_account_id_project_id",
                table: "attachments",
                columns: new[] { "account_id", "project_id" },
                filter: "project_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_entries_account_id_sequence",
                table: "credit_entries",
                columns: new[] { "account_id", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_credit_entries_business_key",
                table: "credit_entries",
                column: "business_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_account_id_entry",
                table: "invoices",
                columns: new[] { "account_id", "entry" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_account_id_payment_id_kind_covers_minor_units",
                table: "invoices",
                columns: new[] { "account_id", "payment_id", "kind", "covers_minor_units" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_due_on_entry",
                table: "invoices",
                columns: new[] { "due_on", "entry" },
                filter: "number IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invoices_entry",
                table: "invoices",
                column: "entry",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_handbook_version",
                table: "invoices",
                column: "handbook_version");

            migrationBuilder.CreateIndex(
                name: "ix_invoices_kind_number",
                table: "invoices",
                columns: new[] { "kind", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payment_notices_account_id_order_id",
                table: "payment_notices",
                columns: new[] { "account_id", "order_id" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_notices_number",
                table: "payment_notices",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payment_notices_proof_hash",
                table: "payment_notices",
                column: "proof_hash",
                filter: "proof_hash IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_payment_notices_reference_key",
                table: "payment_notices",
                column: "reference_key",
                filter: "reference_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_payment_notices_status_number",
                table: "payment_notices",
                columns: new[] { "status", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_project_accesses_account_id_project_id_handed_over_at",
                table: "project_accesses",
                columns: new[] { "account_id", "project_id", "handed_over_at" });

            migrationBuilder.CreateIndex(
                name: "ix_project_documents_account_id_project_id_at",
                table: "project_documents",
                columns: new[] { "account_id", "project_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_project_inputs_account_id_project_id_given_at",
                table: "project_inputs",
                columns: new[] { "account_id", "project_id", "given_at" });

            migrationBuilder.CreateIndex(
                name: "ix_project_list_items_account_id_document_id_index",
                table: "project_list_items",
                columns: new[] { "account_id", "document_id", "index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_project_messages_account_id_project_id_at",
                table: "project_messages",
                columns: new[] { "account_id", "project_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_project_notes_account_id_project_id_at",
                table: "project_notes",
                columns: new[] { "account_id", "project_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_project_requests_account_id_project_id_asked_at",
                table: "project_requests",
                columns: new[] { "account_id", "project_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_project_requests_status_asked_at",
                table: "project_requests",
                columns: new[] { "status", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_projects_account_id_next_at",
                table: "projects",
                columns: new[] { "account_id", "next_at" },
                filter: "next_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_projects_account_id_order_id",
                table: "projects",
                columns: new[] { "account_id", "order_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_account_id_updated_at",
                table: "projects",
                columns: new[] { "account_id", "updated_at" });

            migrationBuilder.CreateIndex(
                name: "ix_projects_handbook_version",
                table: "projects",
                column: "handbook_version");

            migrationBuilder.CreateIndex(
                name: "ix_projects_number",
                table: "projects",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_projects_status_turn_due_at",
                table: "projects",
                columns: new[] { "status", "turn_due_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "credit_entries");

            migrationBuilder.DropTable(
                name: "invoices");

            migrationBuilder.DropTable(
                name: "payment_notices");

            migrationBuilder.DropTable(
                name: "project_accesses");

            migrationBuilder.DropTable(
                name: "project_inputs");

            migrationBuilder.DropTable(
                name: "project_list_items");

            migrationBuilder.DropTable(
                name: "project_messages");

            migrationBuilder.DropTable(
                name: "project_notes");

            migrationBuilder.DropTable(
                name: "project_requests");

            migrationBuilder.DropTable(
                name: "project_tasks");

            migrationBuilder.DropTable(
                name: "project_documents");

            migrationBuilder.DropTable(
                name: "projects");

            migrationBuilder.DropIndex(
                name: "ix_tickets_account_id",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "ix_tickets_account_id_updated_at_number",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "ix_orders_account_id_quote_id",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_events_account_id_project_id_sequence",
                table: "events");

            migrationBuilder.DropIndex(
                name: "ix_attachments_account_id_project_id",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "balance_due_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "covered_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "design_key",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "due_with_order_minor_units",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "package_key",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "paid_minor_units",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "platform_key",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "quote_id",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "ticket_number",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "project_id",
                table: "events");

            migrationBuilder.DropColumn(
                name: "given_input_id",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "payment_notice_id",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "project_document_id",
                table: "attachments");

            migrationBuilder.DropColumn(
                name: "project_id",
                table: "attachments");
        }
    }
}
