# Two images from one build:
#   docker build --target service   -t session-state-service .      the privileged half, over configuration that is mounted
#   docker build --target dashboard -t session-state-dashboard .    the web server; alone it starts the demo with a service of its own
# deploy/compose.yaml runs both. There is no container engine where this file was written, so the images have not been built there:
# a test takes the steps below in a clean folder and runs what comes out as these two users.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY wwwroot wwwroot
COPY src src
RUN dotnet publish src/SessionState.Service --configuration Release --output /app/service \
 && dotnet publish src/SessionState.Dashboard --configuration Release --output /app/dashboard

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS base
ENV DOTNET_EnableDiagnostics=0 ASPNETCORE_HTTP_PORTS=
# The root file system may be read-only: everything that is written goes to /data, and the socket to /run/sessionstate.

FROM base AS service
RUN install --directory --owner 10001 --group 10001 --mode 0700 /data \
 && install --directory --owner 10001 --group 10001 --mode 0711 /run/sessionstate
COPY --from=build /app/service /app
USER 10001:10001
WORKDIR /data
VOLUME /data /run/sessionstate
ENV Service__DataDirectory=/data Service__Socket=unix:/run/sessionstate/api.sock Service__AllowedUids=10001,10002
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["dotnet", "/app/SessionState.Service.dll", "health"]
ENTRYPOINT ["dotnet", "/app/SessionState.Service.dll"]

FROM base AS dashboard
RUN install --directory --owner 10002 --group 10002 --mode 0700 /data
COPY --from=build /app/dashboard /app
USER 10002:10002
WORKDIR /data
VOLUME /data
EXPOSE 8080
# Other names than localhost: add --env AllowedHosts="dashboard.example;localhost".
ENV Urls=http://0.0.0.0:8080 DataDirectory=/data
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/live HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
ENTRYPOINT ["dotnet", "/app/SessionState.Dashboard.dll"]
