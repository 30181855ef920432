using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SessionState.Service.Audit.Migrations
{
    /// <inheritdoc />
    public partial class AddSegmentsAndTextSearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditLeaves",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditLeaves", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "AuditSegments",
                columns: table => new
                {
                    First = table.Column<long>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false),
                    LastHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Root = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Record = table.Column<long>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSegments", x => x.First);
                });

            foreach (var table in new[] { "AuditSegments", "AuditLeaves" })
            {
                migrationBuilder.Sql(
                    $"CREATE TRIGGER {table}AreNeverChanged BEFORE UPDATE ON {table} "
                    + "BEGIN SELECT RAISE(ABORT, 'what was kept or signed is never changed'); END;");
                migrationBuilder.Sql(
                    $"CREATE TRIGGER {table}AreNeverDeleted BEFORE DELETE ON {table} "
                    + "BEGIN SELECT RAISE(ABORT, 'what was kept or signed is never deleted'); END;");
            }

            // Only records that are in an archive may go.
            migrationBuilder.Sql("DROP TRIGGER IF EXISTS AuditRecordsAreNeverDeleted;");
            migrationBuilder.Sql(
                "CREATE TRIGGER AuditRecordsAreNeverDeleted BEFORE DELETE ON AuditRecords "
                + "WHEN NOT EXISTS (SELECT 1 FROM AuditSegments WHERE OLD.Sequence BETWEEN First AND Last) "
                + "BEGIN SELECT RAISE(ABORT, 'audit records are never deleted'); END;");

            // Three characters at a time, without their places: what it finds is compared with the text itself. It keeps no text of its own.
            migrationBuilder.Sql(
                "CREATE VIRTUAL TABLE AuditText USING fts5"
                + "(TextKey, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1');");
            migrationBuilder.Sql(
                "INSERT INTO AuditText (rowid, TextKey) SELECT Sequence, TextKey FROM AuditRecords;");
            migrationBuilder.Sql(
                "CREATE TRIGGER AuditTextIsAdded AFTER INSERT ON AuditRecords "
                + "BEGIN INSERT INTO AuditText (rowid, TextKey) VALUES (NEW.Sequence, NEW.TextKey); END;");
            migrationBuilder.Sql(
                "CREATE TRIGGER AuditTextIsRemoved AFTER DELETE ON AuditRecords "
                + "BEGIN DELETE FROM AuditText WHERE rowid = OLD.Sequence; END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER AuditTextIsAdded;");
            migrationBuilder.Sql("DROP TRIGGER AuditTextIsRemoved;");
            migrationBuilder.Sql("DROP TABLE AuditText;");
            migrationBuilder.Sql("DROP TRIGGER AuditRecordsAreNeverDeleted;");
            migrationBuilder.Sql(
                "CREATE TRIGGER AuditRecordsAreNeverDeleted BEFORE DELETE ON AuditRecords "
                + "BEGIN SELECT RAISE(ABORT, 'audit records are never deleted'); END;");

            migrationBuilder.DropTable(
                name: "AuditLeaves");

            migrationBuilder.DropTable(
                name: "AuditSegments");
        }
    }
}
