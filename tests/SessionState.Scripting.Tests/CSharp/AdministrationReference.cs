namespace SessionState.Scripting.Tests.CSharp;

/// <summary>
/// The part of Microsoft.Web.Administration that scripts use, with its signatures, for a compiler; it writes down what is done to it. The
/// assembly itself comes with IIS only.
/// </summary>
internal static class AdministrationReference
{
    public const string Source =
        """
        using System;
        using System.Collections.Generic;

        namespace Microsoft.Web.Administration
        {
            public enum OverrideMode { Unknown = 0, Inherit = 1, Allow = 2, Deny = 3 }

            public sealed class ServerManager : IDisposable
            {
                public static readonly List<object[]> Committed = new List<object[]>();
                private readonly List<object[]> _pending = new List<object[]>();
                public Configuration GetApplicationHostConfiguration() { return new Configuration(_pending, "MACHINE/WEBROOT/APPHOST"); }
                public Configuration GetWebConfiguration(string siteName) { return new Configuration(_pending, "MACHINE/WEBROOT/APPHOST/" + siteName); }
                public Configuration GetWebConfiguration(string siteName, string virtualPath)
                {
                    if (siteName.IndexOf('/') >= 0 || !virtualPath.StartsWith("/")) throw new ArgumentException(virtualPath);
                    return new Configuration(_pending, "MACHINE/WEBROOT/APPHOST/" + siteName + virtualPath);
                }
                public void CommitChanges() { Committed.AddRange(_pending); _pending.Clear(); }
                public void Dispose() { }
            }

            public sealed class Configuration
            {
                private readonly List<object[]> _written;
                private readonly string _path;
                internal Configuration(List<object[]> written, string path) { _written = written; _path = path; }
                public ConfigurationSection GetSection(string sectionPath) { return GetSection(sectionPath, ""); }
                public ConfigurationSection GetSection(string sectionPath, string locationPath)
                {
                    return new ConfigurationSection(what => _written.Add(new object[] { _path, locationPath, sectionPath, what[0], what[1] }));
                }
            }

            public class ConfigurationElement
            {
                internal readonly Action<object[]> Write;
                private readonly string _prefix;
                internal ConfigurationElement(Action<object[]> write, string prefix) { Write = write; _prefix = prefix; }
                public object this[string attributeName] { get { return null; } set { Write(new[] { _prefix + attributeName + "=", value }); } }
                public ConfigurationElement GetChildElement(string elementName) { return new ConfigurationElement(Write, elementName + "."); }
                public ConfigurationAttribute GetAttribute(string attributeName) { return new ConfigurationAttribute(() => Write(new[] { _prefix + attributeName + " cleared", "" })); }
            }

            public sealed class ConfigurationSection : ConfigurationElement
            {
                internal ConfigurationSection(Action<object[]> write) : base(write, "") { }
                public OverrideMode OverrideMode { get { return OverrideMode.Inherit; } set { Write(new object[] { "", value.ToString() }); } }
            }

            public sealed class ConfigurationAttribute
            {
                private readonly Action _delete;
                internal ConfigurationAttribute(Action delete) { _delete = delete; }
                public void Delete() { _delete(); }
            }
        }
        """;
}
