using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.SignIn;

public sealed class SessionRowsOnPostgreSqlTests(PostgreSqlServer server) : SessionRowsTests(server.NewDatabase());
