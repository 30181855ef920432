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
                    var found = new PipedObject(reader.LocalName, "");
                    if (reader.GetAttribute(found.NameAttribute) is not { } name)
                    {
                        return Refuse($"Its element <{reader.LocalName}> has no attribute {found.NameAttribute}.");
                    }

                    objects.Add(found with { Name = name });
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

    private static Answer Refuse(string why) => Answers.Error(
        ExitCode.InvalidData, "The input is not what a list command writes with /xml.", why);
}
