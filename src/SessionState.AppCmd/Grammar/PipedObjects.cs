using System.Collections.Frozen;
using System.Xml;
using SessionState.AppCmd.Output;

namespace SessionState.AppCmd.Grammar;

/// <summary>Reads what <c>/xml</c> has written, for <c>/in</c>.</summary>
internal static class PipedObjects
{
    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 100_000_000,
    };

    public static async Task<Outcome<List<PipedObject>>> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        try
        {
            var objects = new List<PipedObject>();
            using var reader = XmlReader.Create(input, Settings);
            while (await reader.ReadAsync())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (reader is { NodeType: XmlNodeType.Element, Depth: 1 })
                {
                    var found = Read(reader);
                    if (found.Name is null)
                    {
                        return Refuse($"Its element <{found.ObjectName}> has no attribute {found.NameAttribute}.");
                    }

                    objects.Add(found);
                }
            }

            return objects;
        }
        catch (XmlException error)
        {
            return Refuse(error.Message);
        }
        catch (IOException error)
        {
            return Refuse(error.Message);
        }
    }

    private static PipedObject Read(XmlReader reader)
    {
        var (name, attributes) = (reader.LocalName, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        while (reader.MoveToNextAttribute())
        {
            attributes[reader.Name] = reader.Value;
        }

        return new(name, attributes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase));
    }

    private static Answer Refuse(string why) => Answers.Error(
        ExitCode.InvalidData, "The input is not what a list command writes with /xml.", why);
}
