using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SessionState.Service.Audit.Migrations
{
    /// <inheritdoc />
    public partial class AddPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditPeople",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditPeople", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditPeople_Issuer_Subject_Name",
                table: "AuditPeople",
                columns: new[] { "Issuer", "Subject", "Name" },
                unique: true);

            // A name may be erased, but never replaced.
            migrationBuilder.Sql(
                "CREATE TRIGGER AuditPeopleAreNeverChanged BEFORE UPDATE ON AuditPeople "
                + "BEGIN SELECT RAISE(ABORT, 'names of people are erased or kept, never changed'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditPeople");
        }
    }
}
