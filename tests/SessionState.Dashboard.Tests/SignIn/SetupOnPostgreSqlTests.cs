using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.SignIn;

public sealed class SetupOnPostgreSqlTests(PostgreSqlServer server) : SetupTests(server.NewDatabase());
