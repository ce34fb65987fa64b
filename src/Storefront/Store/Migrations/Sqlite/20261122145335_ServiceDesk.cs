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
            migrationBuilder.AddColumn<bool>(
                name: "in_money",
                table: "work_logs",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "on_call_minutes",
                table: "work_logs",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "quote_id",
                table: "work_logs",
                type: "TEXT",
                nullable: true);

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

            migrationBuilder.AddColumn<bool>(
                name: "needs_access",
                table: "tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "needs_viability",
                table: "tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "promise_due_at",
                table: "tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 253370764800000000L);

            migrationBuilder.AddColumn<long>(
                name: "promise_risks_from",
                table: "tickets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 253370764800000000L);

            migrationBuilder.AddColumn<string>(
                name: "promised_under",
                table: "tickets",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

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

            migrationBuilder.AddColumn<string>(
                name: "channel_key",
                table: "ticket_messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_automatic",
                table: "ticket_messages",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "outsider",
                table: "ticket_messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_to",
                table: "ticket_messages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "change_id",
                table: "orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "credit_minor_units",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "credit_tax_minor_units",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "earned_plan_key",
                table: "orders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_overage",
                table: "orders",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "calendar_method",
                table: "mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "calendar_text",
                table: "mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "digest_at",
                table: "mails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "held_until",
                table: "mails",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "in_reply_to",
                table: "mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_automatic",
                table: "mails",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_message",
                table: "mails",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "mails",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Account");

            migrationBuilder.AddColumn<Guid>(
                name: "recipient_id",
                table: "mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reply_to",
                table: "mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ticket_id",
                table: "mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "order_id",
                table: "hour_overages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_care",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    contact_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    direct_channel = table.Column<string>(type: "TEXT", nullable: true),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_care", x => x.account_id);
                    table.ForeignKey(
                        name: "fk_account_care_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_marks",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    is_delicate = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_marks", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_account_marks_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "answer_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_answer_templates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "automatic_answers",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    page_key = table.Column<string>(type: "TEXT", nullable: false),
                    confidence_percent = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    solved = table.Column<bool>(type: "INTEGER", nullable: true),
                    judged_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_automatic_answers", x => new { x.account_id, x.ticket_id });
                    table.ForeignKey(
                        name: "fk_automatic_answers_account_id_ticket_id",
                        columns: x => new { x.account_id, x.ticket_id },
                        principalTable: "tickets",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

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
                name: "inbound_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    raw = table.Column<byte[]>(type: "BLOB", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    sender = table.Column<string>(type: "TEXT", nullable: true),
                    subject = table.Column<string>(type: "TEXT", nullable: true),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    processed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbound_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    components = table.Column<string>(type: "TEXT", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: true),
                    resolved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    opened_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    idempotency_key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incidents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "meetings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    topic = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false),
                    starts_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    seat = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    booked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    told_sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    canceled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    host_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    follow_up_of = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    booking_key = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_meetings", x => x.id);
                    table.ForeignKey(
                        name: "fk_meetings_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "messaging_links",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    code_hash = table.Column<string>(type: "TEXT", nullable: true),
                    code_expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    linked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_messaging_links", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "notification_choices",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    timing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notification_choices", x => new { x.user_id, x.kind });
                    table.ForeignKey(
                        name: "fk_notification_choices_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "notification_settings",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    digest_minute = table.Column<int>(type: "INTEGER", nullable: false),
                    quiet_from_minute = table.Column<int>(type: "INTEGER", nullable: true),
                    quiet_to_minute = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notification_settings", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_notification_settings_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "quotes",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    settlement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    issued_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    decided_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    decline_reason = table.Column<string>(type: "TEXT", nullable: true),
                    held_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    hourly_rate_currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    hourly_rate_minor_units = table.Column<long>(type: "INTEGER", nullable: false),
                    net_currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    net_minor_units = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    tax_minor_units = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quotes", x => new { x.account_id, x.id });
                    table.CheckConstraint("ck_quotes_minutes", "minutes > 0 AND held_minutes >= 0 AND held_minutes <= minutes");
                    table.ForeignKey(
                        name: "fk_quotes_account_id_ticket_id",
                        columns: x => new { x.account_id, x.ticket_id },
                        principalTable: "tickets",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ticket_drafts",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_drafts", x => new { x.account_id, x.ticket_id, x.author_id, x.kind });
                    table.ForeignKey(
                        name: "fk_ticket_drafts_account_id_ticket_id",
                        columns: x => new { x.account_id, x.ticket_id },
                        principalTable: "tickets",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ticket_intakes",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    channel_key = table.Column<string>(type: "TEXT", nullable: true),
                    documented_api = table.Column<bool>(type: "INTEGER", nullable: true),
                    viable = table.Column<bool>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    outcome_at = table.Column<long>(type: "INTEGER", nullable: true),
                    turned_down_as = table.Column<string>(type: "TEXT", nullable: true),
                    quote_asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    priority_asked_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_intakes", x => new { x.account_id, x.ticket_id });
                    table.ForeignKey(
                        name: "fk_ticket_intakes_account_id_ticket_id",
                        columns: x => new { x.account_id, x.ticket_id },
                        principalTable: "tickets",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ticket_parties",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    is_copied = table.Column<bool>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ticket_parties", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_ticket_parties_account_id_ticket_id",
                        columns: x => new { x.account_id, x.ticket_id },
                        principalTable: "tickets",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_log_questions",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    work_log_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: true),
                    answered_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_log_questions", x => new { x.account_id, x.id });
                    table.ForeignKey(
                        name: "fk_work_log_questions_account_id_work_log_id",
                        columns: x => new { x.account_id, x.work_log_id },
                        principalTable: "work_logs",
                        principalColumns: new[] { "account_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "work_timers",
                columns: table => new
                {
                    staff_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ticket_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    stopped_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_timers", x => new { x.account_id, x.staff_id });
                    table.ForeignKey(
                        name: "fk_work_timers_account_id_ticket_id",
                        columns: x => new { x.account_id, x.ticket_id },
                        principalTable: "tickets",
                        principalColumns: new[] { "account_id", "id" },
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

            migrationBuilder.CreateTable(
                name: "incident_updates",
                columns: table => new
                {
                    incident_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    author_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    idempotency_key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_incident_updates", x => new { x.incident_id, x.id });
                    table.ForeignKey(
                        name: "fk_incident_updates_incident_id",
                        column: x => x.incident_id,
                        principalTable: "incidents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_tickets_account_id_status",
                table: "tickets",
                columns: new[] { "account_id", "status" },
                filter: "status NOT IN ('Resolved', 'Closed')");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_promise_due_at_class_rank_joins_at_number",
                table: "tickets",
                columns: new[] { "promise_due_at", "class_rank", "joins_at", "number" },
                filter: "status NOT IN ('Resolved', 'Closed')");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_started_at",
                table: "tickets",
                column: "started_at");

            migrationBuilder.CreateIndex(
                name: "ix_tickets_updated_at",
                table: "tickets",
                column: "updated_at",
                filter: "status IN ('Resolved', 'Closed')");

            migrationBuilder.CreateIndex(
                name: "ix_mails_recipient_id",
                table: "mails",
                column: "recipient_id",
                filter: "digest_at IS NOT NULL AND sent_at IS NULL");

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

            migrationBuilder.CreateIndex(
                name: "ix_inbound_messages_fingerprint",
                table: "inbound_messages",
                column: "fingerprint",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_inbound_messages_received_at",
                table: "inbound_messages",
                column: "received_at");

            migrationBuilder.CreateIndex(
                name: "ix_inbound_messages_sender_received_at",
                table: "inbound_messages",
                columns: new[] { "sender", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_incident_updates_idempotency_key",
                table: "incident_updates",
                column: "idempotency_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_incidents_idempotency_key",
                table: "incidents",
                column: "idempotency_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_incidents_resolved_at",
                table: "incidents",
                column: "resolved_at");

            migrationBuilder.CreateIndex(
                name: "ix_incidents_starts_at",
                table: "incidents",
                column: "starts_at");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_account_id_follow_up_of",
                table: "meetings",
                columns: new[] { "account_id", "follow_up_of" },
                unique: true,
                filter: "follow_up_of IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_meetings_account_id_starts_at",
                table: "meetings",
                columns: new[] { "account_id", "starts_at" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_booking_key",
                table: "meetings",
                column: "booking_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_meetings_starts_at_seat",
                table: "meetings",
                columns: new[] { "starts_at", "seat" },
                unique: true,
                filter: "status = 'Booked'");

            migrationBuilder.CreateIndex(
                name: "ix_messaging_links_code_hash",
                table: "messaging_links",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_messaging_links_number",
                table: "messaging_links",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_quotes_account_id_status_expires_at",
                table: "quotes",
                columns: new[] { "account_id", "status", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_quotes_account_id_ticket_id_version",
                table: "quotes",
                columns: new[] { "account_id", "ticket_id", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ticket_parties_account_id_ticket_id_email",
                table: "ticket_parties",
                columns: new[] { "account_id", "ticket_id", "email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_work_log_questions_account_id_ticket_id",
                table: "work_log_questions",
                columns: new[] { "account_id", "ticket_id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_log_questions_account_id_work_log_id_asked_at",
                table: "work_log_questions",
                columns: new[] { "account_id", "work_log_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_work_timers_account_id_ticket_id",
                table: "work_timers",
                columns: new[] { "account_id", "ticket_id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_timers_staff_id",
                table: "work_timers",
                column: "staff_id",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_care");

            migrationBuilder.DropTable(
                name: "account_marks");

            migrationBuilder.DropTable(
                name: "answer_templates");

            migrationBuilder.DropTable(
                name: "automatic_answers");

            migrationBuilder.DropTable(
                name: "credential_reveals");

            migrationBuilder.DropTable(
                name: "credential_shares");

            migrationBuilder.DropTable(
                name: "inbound_messages");

            migrationBuilder.DropTable(
                name: "incident_updates");

            migrationBuilder.DropTable(
                name: "meetings");

            migrationBuilder.DropTable(
                name: "messaging_links");

            migrationBuilder.DropTable(
                name: "notification_choices");

            migrationBuilder.DropTable(
                name: "notification_settings");

            migrationBuilder.DropTable(
                name: "quotes");

            migrationBuilder.DropTable(
                name: "ticket_drafts");

            migrationBuilder.DropTable(
                name: "ticket_intakes");

            migrationBuilder.DropTable(
                name: "ticket_parties");

            migrationBuilder.DropTable(
                name: "work_log_questions");

            migrationBuilder.DropTable(
                name: "work_timers");

            migrationBuilder.DropTable(
                name: "credentials");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropIndex(
                name: "ix_tickets_account_id_status",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "ix_tickets_promise_due_at_class_rank_joins_at_number",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "ix_tickets_started_at",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "ix_tickets_updated_at",
                table: "tickets");

            migrationBuilder.DropIndex(
                name: "ix_mails_recipient_id",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "in_money",
                table: "work_logs");

            migrationBuilder.DropColumn(
                name: "on_call_minutes",
                table: "work_logs");

            migrationBuilder.DropColumn(
                name: "quote_id",
                table: "work_logs");

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
                name: "needs_access",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "needs_viability",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "promise_due_at",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "promise_risks_from",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "promised_under",
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

            migrationBuilder.DropColumn(
                name: "channel_key",
                table: "ticket_messages");

            migrationBuilder.DropColumn(
                name: "is_automatic",
                table: "ticket_messages");

            migrationBuilder.DropColumn(
                name: "outsider",
                table: "ticket_messages");

            migrationBuilder.DropColumn(
                name: "sent_to",
                table: "ticket_messages");

            migrationBuilder.DropColumn(
                name: "change_id",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "credit_minor_units",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "credit_tax_minor_units",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "earned_plan_key",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "is_overage",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "calendar_method",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "calendar_text",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "digest_at",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "held_until",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "in_reply_to",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "is_automatic",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "is_message",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "recipient_id",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "reply_to",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "ticket_id",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "order_id",
                table: "hour_overages");
        }
    }
}
