using SessionState.Dashboard.Tests.Support;

namespace SessionState.Dashboard.Tests.SignIn;

public sealed class AccountAdministrationOnPostgreSqlTests(PostgreSqlServer server) : AccountAdministrationTests(server.NewDatabase());
