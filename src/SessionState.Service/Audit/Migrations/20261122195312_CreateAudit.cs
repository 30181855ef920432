using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SessionState.Service.Audit.Migrations
{
    /// <inheritdoc />
    public partial class CreateAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditRecords",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Json = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Reference = table.Column<long>(type: "INTEGER", nullable: true),
                    Who = table.Column<string>(type: "TEXT", nullable: false),
                    Via = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: true),
                    Setting = table.Column<string>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", nullable: true),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Ticket = table.Column<string>(type: "TEXT", nullable: true),
                    Detail = table.Column<string>(type: "TEXT", nullable: true),
                    WhoKey = table.Column<string>(type: "TEXT", nullable: false),
                    PathKey = table.Column<string>(type: "TEXT", nullable: true),
                    TextKey = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditRecords", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_At",
                table: "AuditRecords",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_ChangeId",
                table: "AuditRecords",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Outcome_Sequence",
                table: "AuditRecords",
                columns: new[] { "Outcome", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_PathKey_Sequence",
                table: "AuditRecords",
                columns: new[] { "PathKey", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Setting_Sequence",
                table: "AuditRecords",
                columns: new[] { "Setting", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Type_Sequence",
                table: "AuditRecords",
                columns: new[] { "Type", "Sequence" });

            // No proof against whoever owns the file, but against every slip: records are only ever added.
            migrationBuilder.Sql(
                "CREATE TRIGGER AuditRecordsAreNeverChanged BEFORE UPDATE ON AuditRecords "
                + "BEGIN SELECT RAISE(ABORT, 'audit records are never changed'); END;");
            migrationBuilder.Sql(
                "CREATE TRIGGER AuditRecordsAreNeverDeleted BEFORE DELETE ON AuditRecords "
                + "BEGIN SELECT RAISE(ABORT, 'audit records are never deleted'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditRecords");
        }
    }
}
