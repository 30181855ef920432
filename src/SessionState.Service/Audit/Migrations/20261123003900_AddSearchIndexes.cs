using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SessionState.Service.Audit.Migrations
{
    /// <inheritdoc />
    public partial class AddSearchIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Action_Sequence",
                table: "AuditRecords",
                columns: new[] { "Action", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_WhoKey_Sequence",
                table: "AuditRecords",
                columns: new[] { "WhoKey", "Sequence" });

            // In the order that the filter compares in, which the model does not know.
            migrationBuilder.Sql(
                "CREATE INDEX IX_AuditRecords_Ticket_Sequence ON AuditRecords (Ticket COLLATE NOCASE, Sequence);");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX IX_AuditRecords_Ticket_Sequence;");

            migrationBuilder.DropIndex(
                name: "IX_AuditRecords_Action_Sequence",
                table: "AuditRecords");

            migrationBuilder.DropIndex(
                name: "IX_AuditRecords_WhoKey_Sequence",
                table: "AuditRecords");
        }
    }
}
