# The Dashboard with its demo server: docker build -t session-state-dashboard . && docker run -p 8080:8080 session-state-dashboard
# There is no container engine where this file was written, so the image has not been built there; its publish command, with only
# the files copied here, and the start from another working directory have been run.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY global.json Directory.Build.props Directory.Packages.props .editorconfig ./
COPY wwwroot wwwroot
COPY src src
RUN dotnet publish src/SessionState.Dashboard --configuration Release --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN install --directory --owner "$APP_UID" --mode 0700 /data
COPY --from=build /app /app
USER $APP_UID
WORKDIR /data
VOLUME /data
EXPOSE 8080
# Other names than localhost: add --env AllowedHosts="dashboard.example;localhost".
ENV Urls=http://0.0.0.0:8080 DataDirectory=/data ASPNETCORE_HTTP_PORTS=
ENTRYPOINT ["dotnet", "/app/SessionState.Dashboard.dll"]
