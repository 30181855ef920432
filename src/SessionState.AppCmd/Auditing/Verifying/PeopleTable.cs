using System.Text;
using Microsoft.Data.Sqlite;

namespace SessionState.AppCmd.Auditing.Verifying;

/// <summary>The names in a database, which the records only have commitments to. Names that were erased are not there, and not missed.</summary>
internal static class PeopleTable
{
    /// <summary>The commitments by key; null where a name is not what its commitment says.</summary>
    public static IReadOnlyDictionary<string, string>? Read(SqliteConnection connection)
    {
        var people = new Dictionary<string, string>();
        if (!DatabaseFile.HasTable(connection, "AuditPeople"))
        {
            return people;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Key, Who, Salt, Name FROM AuditPeople";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            people[rows.GetString(0)] = rows.GetString(1);
            var opening = new NameOpening(rows.GetFieldValue<byte[]>(2), Encoding.UTF8.GetBytes(rows.GetString(3)));
            if (opening.Commitment() != rows.GetString(1))
            {
                return null;
            }
        }

        return people;
    }
}
