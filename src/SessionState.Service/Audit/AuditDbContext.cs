using Microsoft.EntityFrameworkCore;
using SessionState.Service.Audit.Checkpoints;
using SessionState.Service.Audit.People;
using SessionState.Service.Audit.Segments;
using SessionState.Service.Audit.Tree;

namespace SessionState.Service.Audit;

/// <summary>
/// The audit database: tables that only grow. Triggers refuse updates and deletions (see the migrations), but of records that a segment covers.
/// </summary>
internal sealed class AuditDbContext(DbContextOptions<AuditDbContext> options) : DbContext(options)
{
    public DbSet<AuditRow> Records => Set<AuditRow>();

    /// <summary>The names of the people in the records: the one table whose rows may be deleted.</summary>
    public DbSet<Person> People => Set<Person>();

    public DbSet<Segment> Segments => Set<Segment>();

    /// <summary>The hashes of the records in archives.</summary>
    public DbSet<Leaf> Leaves => Set<Leaf>();

    public DbSet<TreeNode> TreeNodes => Set<TreeNode>();

    public DbSet<CheckpointRow> Checkpoints => Set<CheckpointRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var rows = modelBuilder.Entity<AuditRow>();
        rows.ToTable("AuditRecords");
        rows.HasKey(row => row.Sequence);
        rows.Property(row => row.Sequence).ValueGeneratedNever();
        rows.Property(row => row.Type).HasConversion<string>();
        rows.Property(row => row.Outcome).HasConversion<string>();
        rows.Property(row => row.Action).HasConversion<string>();

        // Every filter of the list ends in "newest first".
        rows.HasIndex(row => new { row.Type, row.Sequence });
        rows.HasIndex(row => new { row.Outcome, row.Sequence });
        rows.HasIndex(row => new { row.PathKey, row.Sequence });
        rows.HasIndex(row => new { row.Setting, row.Sequence });
        rows.HasIndex(row => new { row.WhoKey, row.Sequence });
        rows.HasIndex(row => new { row.Action, row.Sequence });
        rows.HasIndex(row => row.At);
        rows.HasIndex(row => row.ChangeId);

        // Few records have these.
        rows.Property(row => row.Target).HasDefaultValue(1);
        rows.Property(row => row.TargetCount).HasDefaultValue(1);
        rows.HasIndex(row => row.Undoes).HasFilter("Undoes IS NOT NULL");
        rows.HasIndex(row => new { row.ConfirmBy, row.Until }).HasFilter("ConfirmBy IS NOT NULL OR Until IS NOT NULL");

        var people = modelBuilder.Entity<Person>();
        people.ToTable("AuditPeople");
        people.HasKey(person => person.Key);
        people.HasIndex(person => new { person.Issuer, person.Subject, person.Name }).IsUnique();

        var segments = modelBuilder.Entity<Segment>();
        segments.ToTable("AuditSegments");
        segments.HasKey(segment => segment.First);
        segments.Property(segment => segment.First).ValueGeneratedNever();

        var leaves = modelBuilder.Entity<Leaf>();
        leaves.ToTable("AuditLeaves");
        leaves.HasKey(leaf => leaf.Sequence);
        leaves.Property(leaf => leaf.Sequence).ValueGeneratedNever();

        modelBuilder.Entity<TreeNode>().ToTable("AuditTreeNodes").HasKey(node => new { node.Level, node.Position });

        var checkpoints = modelBuilder.Entity<CheckpointRow>();
        checkpoints.ToTable("AuditCheckpoints");
        checkpoints.HasKey(checkpoint => checkpoint.Size);
        checkpoints.Property(checkpoint => checkpoint.Size).ValueGeneratedNever();
    }
}
