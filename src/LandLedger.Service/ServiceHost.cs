using System.Reflection;
using Carter;
using LandLedger.Formats.Tiles;
using LandLedger.Service.Acreage;
using LandLedger.Service.Cases;
using LandLedger.Service.Clearance;
using LandLedger.Service.Collections;
using LandLedger.Service.Fields;
using LandLedger.Service.Forms;
using LandLedger.Service.Health;
using LandLedger.Service.Http;
using LandLedger.Service.Imports;
using LandLedger.Service.Landing;
using LandLedger.Service.Layers;
using LandLedger.Service.Ledger;
using LandLedger.Service.Lists;
using LandLedger.Service.Office;
using LandLedger.Service.OpenApi;
using LandLedger.Service.Packages;
using LandLedger.Service.People;
using LandLedger.Service.Plots;
using LandLedger.Service.Tokens;
using LandLedger.Service.Turns;
using LandLedger.Service.Zones;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LandLedger.Service;

/// <summary>Builds the service: one store, one package of rules, the routes of <see cref="AddModules"/>.</summary>
public static partial class ServiceHost
{
    /// <summary>The service, ready to start; nothing listens yet. Disposing it closes the store.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The options are not right; the message tells all that is wrong.</exception>
    /// <exception cref="Import.StoreException">The store cannot be read.</exception>
    public static WebApplication Build(ServiceOptions options)
    {
        options.Validate();
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                EnvironmentName = Environments.Production,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // A start that fails is the caller's to tell: the exception comes to him.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaxBody;
        });
        builder.Services.AddSingleton(options);
        var store = new OpenStore(options);
        builder.Services.AddSingleton(_ => store);
        builder.Services.AddSingleton<WholePark>();
        builder.Services.AddScoped<Park>();
        builder.Services.AddSingleton<KeptFeatures>();
        builder.Services.AddSingleton<ImportTurn>();
        builder.Services.AddSingleton<OpenApiDocument>();
        builder.Services.AddSingleton<Validator>();
        builder.Services.AddSingleton<Turnstile>();
        builder.Services.AddSingleton<KnownTokens>();
        builder.Services.AddSingleton<SignIn>();
        IssuedJwt.AddTo(builder.Services, options);
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes =
            [
                MediaTypes.Json,
                MediaTypes.GeoJson,
                MediaTypes.Schema,
                MediaTypes.TileJson,
                MediaTypes.Problem,
                MediaTypes.OpenApi.Split(';')[0],
                MediaTypes.Html,
                MediaTypes.Csv,
                PlotTile.MediaType,
            ];
        });
        builder.Services.AddCors();
        builder.Services.AddScoped<Query>();
        AddModules(builder.Services);

        var service = builder.Build();
        _ = service.Services.GetRequiredService<OpenStore>(); // From here on the container disposes it.
        foreach (var address in options.Addresses)
        {
            service.Urls.Add(address);
            if (IsReadOnTheWay(address))
                OpenToOthers(service.Logger, options.Texts.Fill("service.open-to-others", _ => address));
        }
        service.UseResponseCompression();
        service.UseRouting();
        if (options.Origins.Count > 0)
            service.UseCors(cors =>
                cors.WithOrigins([.. options.Origins])
                    .WithMethods("GET", "HEAD")
                    .AllowAnyHeader()
                    .WithExposedHeaders(
                        "ETag",
                        "Content-Crs",
                        AskedPlace.ShiftedHeader,
                        ListPreview.HeldBackHeader,
                        "Retry-After"
                    )
            );
        service.UseMiddleware<Guard>();
        service.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "swagger";
            page.SwaggerEndpoint("../openapi.json", "LandLedger");
        });
        service.MapCarter();
        return service;
    }

    /// <summary>Whether nobody can sign in yet: until a token is made the service is open to its own machine, and to nobody else.</summary>
    /// <exception cref="Import.StoreException">The store cannot be read.</exception>
    public static bool NeedsFirstToken(WebApplication service) => service.Services.GetRequiredService<SignIn>().IsUnset;

    private static void AddModules(IServiceCollection services)
    {
        services.AddCarter(
            options => options.OpenApi.Enabled = false,
            new ListedByName(),
            modules =>
                modules
                    .WithModule<PlotsModule>()
                    .WithModule<CollectionsModule>()
                    .WithModule<ZonesModule>()
                    .WithModule<LayersModule>()
                    .WithModule<TilesModule>()
                    .WithModule<ListsModule>()
                    .WithModule<FormsModule>()
                    .WithModule<ImportsModule>()
                    .WithModule<LedgerModule>()
                    .WithModule<CasesModule>()
                    .WithModule<OfficeModule>()
                    .WithModule<AcreageModule>()
                    .WithModule<ChargesModule>()
                    .WithModule<ProgressModule>()
                    .WithModule<TurnsModule>()
                    .WithModule<PackagesModule>()
                    .WithModule<FieldsModule>()
                    .WithModule<TokensModule>()
                    .WithModule<HealthModule>()
                    .WithModule<LandingModule>()
                    .WithModule<OpenApiModule>()
        );
        // Carter makes a module for every request unless told otherwise.
        var made = services.Where(service => service.ServiceType == typeof(CarterModule)).ToArray();
        foreach (var module in made.Select(service => service.ImplementationType!))
        {
            services.RemoveAll(module);
            services.AddSingleton(module);
        }
        services.RemoveAll<CarterModule>();
        foreach (var module in made.Select(service => service.ImplementationType!))
            services.AddSingleton(typeof(CarterModule), provider => provider.GetRequiredService(module));
    }

    /// <summary>Whether tokens and answers can be read between this machine and others.</summary>
    private static bool IsReadOnTheWay(string address) =>
        !ServiceOptions.IsLoopback(address) && BindingAddress.Parse(address).Scheme == "http";

    [LoggerMessage(3, LogLevel.Warning, "{Told}")]
    private static partial void OpenToOthers(ILogger log, string told);

    /// <summary>Nothing of ours is found by scanning.</summary>
    private sealed class ListedByName : DependencyContextAssemblyCatalog
    {
        public override IReadOnlyCollection<Assembly> GetAssemblies() => [typeof(CarterModule).Assembly];
    }
}
