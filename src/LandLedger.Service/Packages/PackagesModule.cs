using LandLedger.Rules;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Packages;

internal sealed class PackagesModule : ServiceModule
{
    public PackagesModule(IServiceProvider services)
        : base(services)
    {
        Get("/rules", List, new("rules.list") { Schema = "PackageList" });
        Get("/rules/{id}", One, new("rules.one") { Schema = "Package", Problems = ["package-unknown"] });
    }

    /// <summary>The packages that can judge; the one that does here comes first.</summary>
    private static JsonAnswer List(ServiceOptions options, HttpRequest request) =>
        new(json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("packages");
            foreach (var rules in All(options))
            {
                json.WriteStartObject();
                PackageJson.WriteHead(json, rules, inUse: rules == options.Rules);
                json.WriteStartArray("links");
                var path = "/rules/" + Uri.EscapeDataString(rules.Id);
                Links.Write(json, "item", Links.To(request, path), MediaTypes.Json);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static Results<JsonAnswer, Problem> One(string id, ServiceOptions options) =>
        All(options).FirstOrDefault(rules => rules.Id == id) is { } found
            ? new JsonAnswer(json => PackageJson.Write(json, found, inUse: found == options.Rules))
            : new Problem("package-unknown", ("package", id));

    /// <summary>A county's own package stands for the shipped one of the same id.</summary>
    private static IEnumerable<RuleSet> All(ServiceOptions options) =>
        [options.Rules, .. RuleSets.All.Where(rules => rules.Id != options.Rules.Id)];
}
