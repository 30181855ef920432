using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.SignIn;

public sealed class PasswordOnPostgreSqlTests(PostgreSqlServer server) : PasswordTests(server.NewDatabase());
