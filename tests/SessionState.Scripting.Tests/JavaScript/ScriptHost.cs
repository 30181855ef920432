using Jint;
using Jint.Native;

namespace SessionState.Scripting.Tests.JavaScript;

/// <summary>Windows Script Host's JavaScript, with an administration manager that writes down what is done to it.</summary>
internal static class ScriptHost
{
    private const string Manager =
        """
        function ActiveXObject(name) {
            if (name !== "Microsoft.ApplicationHost.WritableAdminManager") { throw new Error(name); }
            var self = this, pending = [];
            function element(write, prefix) {
                return { Properties: { Item: function (name) { return {
                    set Value(value) { write(prefix + name + "=" + value); },
                    Clear: function () { write(prefix + name + " cleared"); } }; } } };
            }
            this.GetAdminSection = function (section, path) {
                var write = function (what) { pending.push([self.CommitPath, path, section, what]); };
                var result = element(write, "");
                result.ChildElements = { Item: function (name) { return element(write, name + "."); } };
                result.SetMetadata = function (name, value) {
                    if (name !== "overrideMode") { throw new Error(name); }
                    write(value);
                };
                return result;
            };
            this.CommitChanges = function () {
                for (var i = 0; i < pending.length; i++) { record(pending[i][0], pending[i][1], pending[i][2], pending[i][3]); }
            };
        }
        """;

    public static IReadOnlyList<Written> Run(string script)
    {
        var written = new List<Written>();
        var engine = new Jint.Engine(options => options.LimitRecursion(64).TimeoutInterval(TimeSpan.FromMinutes(1)));
        engine.SetValue("record", (JsValue commit, JsValue path, JsValue section, JsValue what) =>
            written.Add(new(commit.AsString(), path.AsString(), section.AsString(), what.AsString())));
        engine.Execute(Manager);
        engine.Execute(script);
        return written;
    }
}
