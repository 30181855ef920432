[assembly: AssemblyFixture(typeof(SessionState.Dashboard.Tests.Support.PostgreSqlServer))]
