using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SessionState.Service.Audit.Migrations
{
    /// <inheritdoc />
    public partial class AddTreeAndCheckpoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditCheckpoints",
                columns: table => new
                {
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    IsRotation = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditCheckpoints", x => x.Size);
                });

            migrationBuilder.CreateTable(
                name: "AuditTreeNodes",
                columns: table => new
                {
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditTreeNodes", x => new { x.Level, x.Position });
                });

            foreach (var table in new[] { "AuditTreeNodes", "AuditCheckpoints" })
            {
                migrationBuilder.Sql(
                    $"CREATE TRIGGER {table}AreNeverChanged BEFORE UPDATE ON {table} "
                    + "BEGIN SELECT RAISE(ABORT, 'what was kept or signed is never changed'); END;");
                migrationBuilder.Sql(
                    $"CREATE TRIGGER {table}AreNeverDeleted BEFORE DELETE ON {table} "
                    + "BEGIN SELECT RAISE(ABORT, 'what was kept or signed is never deleted'); END;");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AuditCheckpoints");

            migrationBuilder.DropTable(
                name: "AuditTreeNodes");
        }
    }
}
