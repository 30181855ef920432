using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SessionState.Service.Audit.Migrations
{
    /// <inheritdoc />
    public partial class AddTargetsAndDueTimes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ConfirmBy",
                table: "AuditRecords",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Target",
                table: "AuditRecords",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<int>(
                name: "TargetCount",
                table: "AuditRecords",
                type: "INTEGER",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<Guid>(
                name: "Undoes",
                table: "AuditRecords",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Until",
                table: "AuditRecords",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_ConfirmBy_Until",
                table: "AuditRecords",
                columns: new[] { "ConfirmBy", "Until" },
                filter: "ConfirmBy IS NOT NULL OR Until IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AuditRecords_Undoes",
                table: "AuditRecords",
                column: "Undoes",
                filter: "Undoes IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_AuditRecords_ConfirmBy_Until",
                table: "AuditRecords");

            migrationBuilder.DropIndex(
                name: "IX_AuditRecords_Undoes",
                table: "AuditRecords");

            migrationBuilder.DropColumn(
                name: "ConfirmBy",
                table: "AuditRecords");

            migrationBuilder.DropColumn(
                name: "Target",
                table: "AuditRecords");

            migrationBuilder.DropColumn(
                name: "TargetCount",
                table: "AuditRecords");

            migrationBuilder.DropColumn(
                name: "Undoes",
                table: "AuditRecords");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "AuditRecords");
        }
    }
}
