using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SessionState.Scripting.Tests.CSharp;

/// <summary>Compiles a program against the reference, as a person would, and runs it.</summary>
internal static class CSharpHost
{
    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is "System.Runtime.dll" or "System.Private.CoreLib.dll" or "System.Collections.dll")
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly byte[] Administration = Emit("Microsoft.Web.Administration", AdministrationReference.Source, OutputKind.DynamicallyLinkedLibrary, []);

    public static IReadOnlyList<Written> Run(string program)
    {
        var context = new AssemblyLoadContext("script", isCollectible: true);
        try
        {
            var administration = context.LoadFromStream(new MemoryStream(Administration));
            var assembly = context.LoadFromStream(new MemoryStream(
                Emit("Script", program, OutputKind.ConsoleApplication, [MetadataReference.CreateFromImage(Administration)])));
            assembly.EntryPoint!.Invoke(null, [Array.Empty<string>()]);
            var committed = (IEnumerable<object[]>)administration.GetType("Microsoft.Web.Administration.ServerManager")!
                .GetField("Committed", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            return
            [
                .. committed.Select(one => new Written(
                    (string)one[0], (string)one[1], (string)one[2], (string)one[3] + Written.Text(one[4]))),
            ];
        }
        finally
        {
            context.Unload();
        }
    }

    private static byte[] Emit(string name, string source, OutputKind kind, ImmutableArray<MetadataReference> others)
    {
        var compilation = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(source)], [.. Framework, .. others], new CSharpCompilationOptions(kind));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics) + "\n" + source);
        return image.ToArray();
    }
}
