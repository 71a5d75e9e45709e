using System.Globalization;
using LandLedger.Fields;
using LandLedger.Formats.Lists;
using LandLedger.People;
using LandLedger.Service.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LandLedger.Service.Forms;

/// <summary>Forms of other offices with a row a plot, as <c>landledger form</c> writes them.</summary>
internal sealed class FormsModule : ServiceModule
{
    public FormsModule(IServiceProvider services)
        : base(services) =>
        Get(
            "/forms/{kind}",
            Show,
            new("forms.one")
            {
                Needs = Right.Files,
                Tells = FieldGroups.Holder | FieldGroups.Figures | FieldGroups.Price,
                Parameters = [Parameters.AsOf, Parameters.Category],
                Offers = [MediaTypes.Xlsx],
                Problems = ["form-unknown"],
            }
        );

    private static Results<Streamed, Problem> Show(
        string kind,
        Query query,
        Park park,
        ServiceOptions options,
        CancellationToken cancel
    )
    {
        var code = Links.Part(kind);
        if (!PlotForm.Codes.Contains(code, StringComparer.Ordinal))
            return new Problem("form-unknown", ("kind", code));
        var form = CodeText.Parse<FormKind>(code);
        var asOf = query.Of(Parameters.AsOf) ?? options.Today;
        var judged = park.All(asOf, shapes: false, cancel);
        var day = asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Streamed(MediaTypes.Xlsx, SendAsync) { FileName = $"{Texts.Chinese["form." + code]}-{day}.xlsx" };

        // A workbook is a zip, written without waiting; it is made beside the answer and then sent.
        async Task SendAsync(Stream output, CancellationToken token)
        {
            await using var file = Spool.NewFile();
            PlotForm.Write(
                form,
                file,
                judged,
                asOf,
                query.Of(Parameters.Category),
                options.Forms.GetValueOrDefault(form),
                token
            );
            file.Position = 0;
            await file.CopyToAsync(output, token);
        }
    }
}
