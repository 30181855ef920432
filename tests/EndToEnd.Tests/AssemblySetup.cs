// Each test drives processes and a browser; side by side they would only wait for each other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
[assembly: AssemblyFixture(typeof(EndToEnd.Tests.Harness.Chromium))]
