using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SessionState.Dashboard.SignIn.Accounts.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ProviderSession : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "ProviderSession",
                table: "Sessions",
                type: "character varying(256)",
                maxLength: 256,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ProviderSession",
                table: "Sessions");
        }
    }
}
